using Actors.Persistence.Postgres;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Npgsql;

namespace Actors.Persistence.Tests;

public sealed class PostgresFaultTests
{
    [PostgresFact]
    public async Task A_killed_server_loses_nothing_and_is_used_again()
    {
        await using var server = await PostgresServer.StartOwnAsync();
        await using var database = await server.CreateDatabaseAsync();
        await using var store = await OpenAsync(database);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, $"n{i}", new Note("x"), null))));

        await server.KillAsync();
        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "lost", new Note("x"), null)));
        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.ReadAsync(Note.Kind, "n1"));
        await server.RestartAsync();

        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "found", new Note("x"), null));
        (await store.Rows.QueryAsync<long>("SELECT count(*) FROM notes WHERE key <> 'lost'")).ShouldBe([51]);
    }

    [PostgresFact]
    public async Task A_lost_session_and_a_read_only_database_are_temporary_outages()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await using var store = await OpenAsync(database);
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("x"), null));

        await AdminAsync(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("y"), 1)));
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("y"), 1));

        await store.Rows.ExecuteAsync("SET default_transaction_read_only = on");
        await Should.ThrowAsync<StoreUnavailableException>(store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("z"), 2)));
        await store.Rows.CommitAsync(new WriteSet().Put(Note.Kind, "a", new Note("z"), 2));
    }

    private static async Task<TestStore> OpenAsync(PostgresDatabase database)
    {
        DapperTypes.Register();
        var engine = new PostgresEngine(database.ConnectionString);
        await TestDatabase.Schema(engine).RunAsync(default);
        return new TestStore(engine);
    }

    private static async Task AdminAsync(PostgresDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
