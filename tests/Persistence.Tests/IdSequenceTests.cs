using Actors.Persistence.Ids;
using Actors.Persistence.Tests.Kit;

namespace Actors.Persistence.Tests;

public sealed class IdSequenceTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_sequence_begins_at_one(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var ids = new IdSequence(store.Rows);

        (await ids.NextAsync("events")).ShouldBe(1);
        (await ids.NextAsync("events")).ShouldBe(2);
        (await ids.NextAsync("users")).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ids_are_unique_across_programs_and_restarts(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var given = new List<long>();
        for (var start = 0; start < 3; start++)
        {
            await using var one = await database.OpenAsync();
            await using var other = await database.OpenAsync();
            var silos = new[] { new IdSequence(one.Rows, block: 7), new IdSequence(other.Rows, block: 7) };
            given.AddRange(await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () => await silos[i % 2].NextAsync("events")))));
        }

        given.Distinct().Count().ShouldBe(300);
        given.Min().ShouldBe(1);
    }

    [Fact]
    public async Task A_block_costs_one_write()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using (await database.OpenAsync())
        {
            // Only the schema.
        }

        var engine = new GateEngine(database.OpenEngine());
        engine.Open();
        await using var store = new TestStore(engine);
        var ids = new IdSequence(store.Rows);
        for (var i = 0; i < IdSequence.DefaultBlock + 1; i++)
        {
            await ids.NextAsync("events");
        }

        engine.Batches.Count.ShouldBe(2);
    }
}
