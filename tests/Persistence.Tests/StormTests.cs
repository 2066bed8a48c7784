using Actors.Persistence.Tests.Kit;
using Orleans.Storage;

namespace Actors.Persistence.Tests;

/// <summary>Concurrent updates of one row, serialized by its version.</summary>
public sealed class StormTests
{
    private const int Callers = 20;
    private const int Rounds = 15;

    [Theory, OnSqlite, OnPostgres]
    public async Task Exactly_one_caller_wins_each_version(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "one", new Note("x"), null));

        var won = (await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => RaceAsync(store.Rows))))).SelectMany(v => v).ToList();

        var row = (await store.Rows.ReadAsync(Note.Kind, "one"))!;
        won.Order().ShouldBe(Enumerable.Range(1, won.Count).Select(v => (long)v));
        row.Version.ShouldBe(won.Count + 1);
        row.State.Pages.ShouldBe(won.Count);
        won.Count.ShouldBeLessThan(Callers * Rounds);
    }

    [Fact]
    public async Task Control_without_versions_updates_are_lost()
    {
        await using var database = await TestDatabase.CreateAsync("sqlite");
        await using var store = await database.OpenAsync();
        await store.Rows.CommitAsync(new WriteSet().Upsert(Remark.Kind, new Remark("one", 1, "0")));

        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CountUpAsync(store.Rows))));

        var count = await store.Rows.QueryAsync<string>("SELECT body FROM remarks");
        int.Parse(count[0], null).ShouldBeLessThan(Callers * Rounds);
    }

    private static async Task<List<long>> RaceAsync(RowStore rows)
    {
        var won = new List<long>();
        for (var round = 0; round < Rounds; round++)
        {
            var row = (await rows.ReadAsync(Note.Kind, "one"))!;
            try
            {
                await rows.CommitAsync(new WriteSet().Put(Note.Kind, "one", row.State with { Pages = row.State.Pages + 1 }, row.Version));
                won.Add(row.Version);
            }
            catch (InconsistentStateException)
            {
                // Another caller won this version.
            }
        }

        return won;
    }

    private static async Task CountUpAsync(RowStore rows)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var body = (await rows.QueryAsync<string>("SELECT body FROM remarks"))[0];
            await rows.CommitAsync(new WriteSet().Upsert(Remark.Kind, new Remark("one", 1, $"{int.Parse(body, null) + 1}")));
        }
    }
}
