using Actors.Persistence.Migrations;
using Actors.Persistence.Tests.Kit;
using Actors.Persistence.Writing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Persistence.Tests;

public sealed class SchemaTests
{
    private static readonly SchemaScript s_one = new(1, "cups", null, "CREATE TABLE cups (key TEXT PRIMARY KEY);\nCREATE TABLE saucers (key TEXT PRIMARY KEY);");
    private static readonly SchemaScript s_two = new(2, "spoons", null, "CREATE TABLE spoons (key TEXT PRIMARY KEY)");

    [Theory, OnSqlite, OnPostgres]
    public async Task Concurrent_starts_apply_each_script_once(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => StartAsync(database, s_one, s_two))));

        results.Count(applied => applied.Count > 0).ShouldBe(1);
        results.SelectMany(applied => applied).ShouldBe(["kitchen 001-cups", "kitchen 002-spoons"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_newer_program_applies_missing_scripts(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await StartAsync(database, s_one);

        (await StartAsync(database, s_one, s_two)).ShouldBe(["kitchen 002-spoons"]);
        (await StartAsync(database, s_one with { Sql = s_one.Sql.Replace("\n", "\r\n", StringComparison.Ordinal) }, s_two)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_script_and_a_late_number_are_refused(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await StartAsync(database, s_one, s_two);

        (await Should.ThrowAsync<SchemaException>(StartAsync(database, s_one with { Sql = "SELECT 1" }, s_two))).Message.ShouldContain("was changed after it was applied");
        await using var other = await TestDatabase.CreateAsync(provider);
        await StartAsync(other, s_one, s_two with { Number = 3 });
        (await Should.ThrowAsync<SchemaException>(StartAsync(other, s_one, s_two, s_two with { Number = 3 }))).Message.ShouldContain("Give it a number greater than 003");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_database_older_than_the_baseline_is_refused_unchanged(string provider)
    {
        const string refusal = "The database was created by a program older than script 001-baseline of kitchen and cannot be upgraded. "
            + "Run export with that program, and import the file into a new database with this one.";
        var baseline = new SchemaScript(1, "baseline", null, s_one.Sql + ";" + s_two.Sql);
        foreach (SchemaScript[] before in (SchemaScript[][])[[s_one, s_two], [s_two]])
        {
            await using var database = await TestDatabase.CreateAsync(provider);
            await StartAsync(database, before);

            (await Should.ThrowAsync<SchemaException>(StartAsync(database, baseline))).Message.ShouldBe(refusal);

            await ExecuteAsync(database, "ALTER TABLE schema_history DROP COLUMN oldest");
            (await Should.ThrowAsync<SchemaException>(StartAsync(database, baseline))).Message.ShouldBe(refusal);
            await using var engine = database.OpenEngine();
            (await engine.QueryAsync<string>("SELECT name FROM schema_history ORDER BY number", null, default)).ShouldBe(before.Select(script => script.Name));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failing_script_changes_nothing(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);

        var broken = s_two with { Sql = "CREATE TABLE spoons (key TEXT PRIMARY KEY); CREATE NONSENSE" };
        (await Should.ThrowAsync<SchemaException>(StartAsync(database, s_one, broken))).Message.ShouldContain("002-spoons of kitchen failed");

        (await StartAsync(database, s_one, s_two)).Count.ShouldBe(2);
    }

    [Theory, OnPostgres]
    public async Task A_script_that_waits_for_a_table_blocks_no_reader(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await StartAsync(database, s_one);
        await using var engine = database.OpenEngine();
        var reader = await engine.BeginSnapshotAsync(default);
        await using var connection = reader.Connection!;
        await connection.ExecuteAsync("SELECT count(*) FROM cups", transaction: reader);

        var upgrade = StartAsync(database, s_one, new SchemaScript(2, "colours", null, "ALTER TABLE cups ADD COLUMN colour TEXT"));
        while ((await engine.QueryAsync<long>("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'cups'::regclass", null, default))[0] == 0)
            upgrade.IsCompleted.ShouldBeFalse();
        (await engine.QueryAsync<long>("SELECT count(*) FROM cups", null, default).AsTask().WaitAsync(TimeSpan.FromSeconds(6))).ShouldBe([0]);

        upgrade.IsCompleted.ShouldBeFalse("the first reader still has the table");
        await reader.DisposeAsync();
        (await upgrade).ShouldBe(["kitchen 002-colours"]);
    }

    [Fact]
    public void Scripts_are_found_by_their_names()
    {
        SchemaScript.Of(typeof(SchemaTests).Assembly, "sqlite").Select(s => (s.Number, s.Name)).ShouldBe([(1, "notes"), (2, "followed")]);
    }

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using IEngine engine = database.OpenEngine();
        await using var transaction = await engine.BeginSchemaAsync(default);
        await using var connection = transaction.Connection!;
        await connection.ExecuteAsync(sql, transaction: transaction);
        await transaction.CommitAsync();
    }

    private static async Task<IReadOnlyList<string>> StartAsync(TestDatabase database, params SchemaScript[] scripts)
    {
        DapperTypes.Register();
        await using IEngine engine = database.OpenEngine();
        var runner = new SchemaRunner(engine, [new SchemaModule("kitchen", _ => scripts)], TimeProvider.System, NullLogger<SchemaRunner>.Instance);
        return await runner.RunAsync(default);
    }
}
