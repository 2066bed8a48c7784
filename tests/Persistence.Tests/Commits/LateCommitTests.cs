using System.Diagnostics;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Dapper;
using Npgsql;

namespace Actors.Persistence.Tests.Commits;

/// <summary>PostgreSQL transactions that commit in another order than they began.</summary>
public sealed class LateCommitTests
{
    [Theory, OnPostgres]
    public async Task A_late_commit_is_found(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var follower = new Follower(store);
        await follower.LookAsync();
        await using var late = await OpenAsync(database, id: 1);

        await Followed.WriteAsync(store, 2);
        (await follower.LookAsync()).ShouldBe([2], "an open transaction delays no other change");
        await late.CommitAsync();

        (await follower.LookAsync()).ShouldBe([1], "and what was found is not repeated");
        (await follower.LookAsync()).ShouldBeEmpty();
    }

    // A reader that continues after the highest number misses a late commit.
    [Theory, OnPostgres]
    public async Task Control_The_highest_number_misses_a_late_commit(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await using var late = await OpenAsync(database, id: 1);
        await Followed.WriteAsync(store, 2);
        var highest = (await store.Rows.QueryAsync<long>("SELECT MAX(commit_id) FROM followed"))[0];
        await late.CommitAsync();

        (await store.Rows.QueryAsync<long>("SELECT id FROM followed WHERE commit_id > @highest", new { highest })).ShouldBeEmpty();
    }

    [Theory, OnPostgres]
    public async Task A_rolled_back_transaction_is_not_found(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var follower = new Follower(store);
        await follower.LookAsync();
        await using var late = await OpenAsync(database, id: 1);
        await Followed.WriteAsync(store, 2);
        await follower.LookAsync();

        await late.RollbackAsync();
        await Followed.WriteAsync(store, 3);

        (await follower.LookAsync()).ShouldBe([3]);
    }

    // An idle transaction holds the watermark; queries must not return more rows because of it.
    [Theory, OnPostgres]
    public async Task An_idle_transaction_causes_no_repeats(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        var follower = new Follower(store);
        await follower.LookAsync();
        await using var idle = await OpenAsync(database, id: 1000);
        var watermarks = new List<long>();

        for (var id = 1; id <= 60; id++)
        {
            await Followed.WriteAsync(store, id);
            (await follower.LookAsync()).ShouldBe([id]);
            watermarks.Add(follower.Point.Watermark);
        }

        await idle.CommitAsync();
        (await follower.LookAsync()).ShouldBe([1000]);
        var number = (await store.Rows.QueryAsync<long>("SELECT commit_id FROM followed WHERE id = 1000"))[0];
        watermarks.ShouldAllBe(watermark => watermark <= number, "a mark handed out meanwhile leads to the late commit");
    }

    [Theory, OnPostgres]
    public async Task Two_followers_find_every_change_in_any_commit_order(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var silo = await database.OpenAsync();
        await using var other = await database.OpenAsync();
        Follower[] followers = [new(silo), new(other)];
        var (found, random, open) = (new HashSet<long>[] { [], [] }, new Random(7), new List<Transaction>());
        foreach (var follower in followers) await follower.LookAsync();
        for (var id = 1; id <= 100; id++)
        {
            if (random.Next(3) == 0) open.Add(await OpenAsync(database, id));
            else await Followed.WriteAsync(random.Next(2) == 0 ? silo : other, id);
            for (var at = open.Count - 1; at >= 0; at--)
            {
                if (random.Next(3) > 0) continue;
                await open[at].CommitAsync();
                await open[at].DisposeAsync();
                open.RemoveAt(at);
            }

            for (var i = 0; i < followers.Length; i++) found[i].UnionWith(random.Next(2) == 0 ? [] : await followers[i].LookAsync());
        }

        foreach (var transaction in open)
        {
            await transaction.CommitAsync();
            await transaction.DisposeAsync();
        }

        for (var i = 0; i < followers.Length; i++) found[i].UnionWith(await followers[i].LookAsync());
        found.ShouldAllBe(ids => ids.Count == 100);
    }

    [Theory, OnPostgres]
    public async Task A_dump_restored_in_place_is_another_history(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = await database.OpenAsync();
        await Followed.WriteAsync(store, 1);
        var dump = Path.Combine(database.Folder, "dump");
        await RunAsync("pg_dump", "--format=custom", $"--file={dump}", $"--dbname={database.Url}");
        await Followed.WriteAsync(store, 2);
        var follower = new Follower(store);
        await follower.LookAsync();

        await RunAsync("pg_restore", "--clean", $"--dbname={database.Url}", dump);

        await follower.LookAsync();
        follower.IsNewEpoch.ShouldBeTrue();
    }

    // Rows of another server have commit numbers that this server has not reached.
    [Theory, OnPostgres]
    public async Task Rows_of_another_server_are_old_after_the_start(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var store = await database.OpenAsync())
        {
            await Followed.WriteAsync(store, 1);
            await store.Rows.ExecuteAsync("UPDATE followed SET commit_id = 9000000000");
        }

        await using var again = await database.OpenAsync();
        var follower = new Follower(again);
        await follower.LookAsync();

        (await follower.LookAsync()).ShouldBeEmpty();
    }

    private static async Task<Transaction> OpenAsync(TestDatabase database, long id)
    {
        var connection = new NpgsqlConnection(database.Address);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "INSERT INTO followed (key, version, document, id, commit_id) VALUES (@key, 1, '{}', @id, pg_current_xact_id()::text::bigint)", new { key = $"{id}", id }, transaction);
        return new Transaction(connection, transaction);
    }

    private static async Task RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(PostgresServer.Tool(tool), arguments) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
    }

    /// <summary>An uncommitted write of another process.</summary>
    private sealed class Transaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public Task CommitAsync() => transaction.CommitAsync();

        public Task RollbackAsync() => transaction.RollbackAsync();

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
