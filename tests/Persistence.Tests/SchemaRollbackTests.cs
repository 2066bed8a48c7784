using Actors.Persistence.Migrations;
using Actors.Persistence.Tests.Kit;
using Actors.Persistence.Writing;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;

namespace Actors.Persistence.Tests;

/// <summary>An older program on a database that a newer one has changed, as after a rollback or a crash during a rollout.</summary>
public sealed class SchemaRollbackTests
{
    private static readonly SchemaScript
        s_one = new(1, "cups", null, "CREATE TABLE cups (key TEXT PRIMARY KEY)"),
        s_adds = new(2, "handles", null, "ALTER TABLE cups ADD COLUMN handle TEXT"),
        s_removes = new(3, "no-handles", null, "-- They were never held.\n-- Breaks programs before 002.\nALTER TABLE cups DROP COLUMN handle");

    [Theory, OnSqlite, OnPostgres]
    public async Task An_older_program_starts_on_an_extended_schema(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await StartAsync(database, s_one, s_adds);

        (await StartAsync(database, s_one)).ShouldBeEmpty();
        await RunAsync(database, "INSERT INTO cups (key) VALUES ('blue')");
        (await StartAsync(database, s_one, s_adds)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_script_refuses_the_programs_that_it_breaks(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await StartAsync(database, s_one, s_adds, s_removes);

        var refusal = await Should.ThrowAsync<SchemaException>(StartAsync(database, s_one));

        refusal.Message.ShouldBe(
            "The database is newer than this program: it has script 003-no-handles of kitchen, which is not compatible with this program. Start the newer program.");
        (await StartAsync(database, s_one, s_adds)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Control_Without_the_declaration_the_broken_program_starts(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await StartAsync(database, s_one, s_adds, s_removes with { Sql = "ALTER TABLE cups DROP COLUMN handle" });

        (await StartAsync(database, s_one, s_adds)).ShouldBeEmpty();
        await Should.ThrowAsync<Exception>(RunAsync(database, "INSERT INTO cups (key, handle) VALUES ('blue', 'left')"));
    }

    private static async Task<IReadOnlyList<string>> StartAsync(TestDatabase database, params SchemaScript[] scripts)
    {
        DapperTypes.Register();
        await using IEngine engine = database.OpenEngine();
        var runner = new SchemaRunner(engine, [new SchemaModule("kitchen", _ => scripts)], TimeProvider.System, NullLogger<SchemaRunner>.Instance);
        return await runner.RunAsync(default);
    }

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using IEngine engine = database.OpenEngine();
        await using var transaction = await engine.BeginSchemaAsync(default);
        await using var connection = transaction.Connection!;
        await connection.ExecuteAsync(sql, transaction: transaction);
        await transaction.CommitAsync();
    }
}
