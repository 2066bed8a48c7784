using Actors.Plumbing.Storage.Locking;
using Actors.Plumbing.Tests.Storage.Kit;
using Actors.TestKit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Actors.Plumbing.Tests.Storage;

public sealed class ExclusiveLockTests
{
    [Fact]
    public async Task A_second_program_is_refused_with_a_sentence_until_the_first_ends()
    {
        using var folder = new TempFolder("lock");
        await using (var first = new FileLock(folder.Folder))
        {
            await first.AcquireAsync();
            await using var second = new FileLock(folder.Folder);
            (await Should.ThrowAsync<AlreadyRunningException>(second.AcquireAsync())).Message
                .ShouldBe($"Another program already uses the folder {folder.Folder} (process {Environment.ProcessId}). Stop it first, or set DATA_DIR to another folder.");
        }

        await using var third = new FileLock(folder.Folder);
        await third.AcquireAsync();
    }

    [Fact]
    public async Task The_lock_of_a_killed_program_is_free()
    {
        using var folder = new TempFolder("lock");
        using var child = ChildProgram.Start("hold-lock", folder.Folder);
        (await child.ReadLineAsync()).ShouldBe("locked");
        await using var ours = new FileLock(folder.Folder);
        (await Should.ThrowAsync<AlreadyRunningException>(ours.AcquireAsync())).Message.ShouldContain($"(process {child.Id})");

        await child.KillAsync();

        await ours.AcquireAsync();
    }

    [PostgresFact]
    public async Task On_PostgreSQL_a_second_program_is_refused_until_the_first_ends()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await using (var first = Lock(database, new Lifetime()))
        {
            await first.AcquireAsync();
            await using var second = Lock(database, new Lifetime());
            (await Should.ThrowAsync<AlreadyRunningException>(second.AcquireAsync())).Message.ShouldStartWith("Another program already uses this PostgreSQL database");
        }

        var lifetime = new Lifetime();
        await using var third = Lock(database, lifetime);
        await third.AcquireAsync();
        lifetime.Stopped.IsCompleted.ShouldBeFalse();
    }

    [PostgresFact]
    public async Task A_lock_whose_session_was_lost_is_taken_again()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        var (lifetime, clock) = (new Lifetime(), new ManualTimeProvider());
        await using var held = Lock(database, lifetime, clock);
        await held.AcquireAsync();

        await LoseSessionAsync(database);
        await clock.TimerArmedAsync(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));

        const string heldLocks = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        await Waiting.UntilAsync("the lock to be taken again", async () => await AskAsync(database, heldLocks) is 1L);
        lifetime.Stopped.IsCompleted.ShouldBeFalse();
    }

    [PostgresFact]
    public async Task A_program_whose_database_was_taken_over_stops()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        var (lifetime, clock) = (new Lifetime(), new ManualTimeProvider());
        await using var held = Lock(database, lifetime, clock);
        await held.AcquireAsync();
        var exitCode = Environment.ExitCode;

        await LoseSessionAsync(database);
        await clock.TimerArmedAsync(TimeSpan.FromSeconds(1));
        await using var other = Lock(database, new Lifetime());
        await other.AcquireAsync();
        clock.Advance(TimeSpan.FromSeconds(1));

        await lifetime.Stopped.Within("the program to stop itself");
        Environment.ExitCode = exitCode;
    }

    private static Task LoseSessionAsync(PostgresDatabase database) => AskAsync(
        database, "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

    private static async Task<object?> AskAsync(PostgresDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private static PostgresLock Lock(PostgresDatabase database, Lifetime lifetime, TimeProvider? clock = null) =>
        new(database.ConnectionString, lifetime, clock ?? TimeProvider.System, NullLogger<PostgresLock>.Instance);

    private sealed class Lifetime : IHostApplicationLifetime
    {
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Stopped => _stopped.Task;

        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication() => _stopped.TrySetResult();
    }
}
