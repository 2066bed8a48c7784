using Actors.Persistence.Locking;
using Actors.Persistence.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Actors.Persistence.Tests;

/// <summary>A lone program never shares its database. Members of a cluster do, each with its own folder.</summary>
public sealed class StoreLockTests
{
    private const string Used = "Another program already uses this PostgreSQL database (DATABASE_URL), and this one needs it exclusively. "
        + "Stop the other program, or use another database: only members of a cluster (REDIS_URL) can share one.";

    private const string NotShared = "Another program already uses this PostgreSQL database (DATABASE_URL) exclusively: "
        + "one without a cluster (REDIS_URL), or an import. Stop it, or use another database.";

    private const string HeldLocks = """
        SELECT string_agg(mode, ',') FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_program_in_one_folder_is_refused(bool alone)
    {
        using var folder = new TempFolder("lock");
        await using (var first = new FileLock(folder.Folder))
        {
            await first.AcquireAsync(alone);
            await using var second = new FileLock(folder.Folder);
            (await Should.ThrowAsync<AlreadyRunningException>(second.AcquireAsync(alone))).Message
                .ShouldBe($"Another program already uses the folder {folder.Folder} (process {Environment.ProcessId}). Stop it first, or set DATA_DIR to another folder.");
        }

        await using var third = new FileLock(folder.Folder);
        await third.AcquireAsync(alone: true);
    }

    [Fact]
    public async Task A_kill_releases_the_lock()
    {
        using var folder = new TempFolder("lock");
        using var child = ChildProgram.Start("hold-lock", folder.Folder);
        (await child.ReadLineAsync()).ShouldBe("locked");
        await using var ours = new FileLock(folder.Folder);
        (await Should.ThrowAsync<AlreadyRunningException>(ours.AcquireAsync(alone: true))).Message.ShouldContain($"(process {child.Id})");

        await child.KillAsync();

        await ours.AcquireAsync(alone: true);
    }

    [PostgresTheory]
    [InlineData(true, true, Used)]
    [InlineData(false, true, Used)]
    [InlineData(true, false, NotShared)]
    public async Task On_PostgreSQL_a_lone_program_excludes_others(bool first, bool second, string refusal)
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await using (var held = Lock(database, new Lifetime()))
        {
            await held.AcquireAsync(first);
            await using var refused = Lock(database, new Lifetime());
            (await Should.ThrowAsync<AlreadyRunningException>(refused.AcquireAsync(second))).Message.ShouldBe(refusal);
        }

        var lifetime = new Lifetime();
        await using var free = Lock(database, lifetime);
        await free.AcquireAsync(second);
        lifetime.Stopped.IsCompleted.ShouldBeFalse();
    }

    [PostgresFact]
    public async Task Members_of_a_PostgreSQL_database_exclude_a_lone_program()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        await using var last = Lock(database, new Lifetime());
        await using (var first = Lock(database, new Lifetime()))
        {
            await first.AcquireAsync(alone: false);
            await last.AcquireAsync(alone: false);
        }

        await using var lone = Lock(database, new Lifetime());
        (await Should.ThrowAsync<AlreadyRunningException>(lone.AcquireAsync(alone: true))).Message.ShouldBe(Used);
        await using var next = Lock(database, new Lifetime());
        await next.AcquireAsync(alone: false);
    }

    [PostgresTheory]
    [InlineData(true, "ExclusiveLock")]
    [InlineData(false, "ShareLock")]
    public async Task A_lost_lock_session_is_replaced(bool alone, string mode)
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        var (lifetime, clock) = (new Lifetime(), new ManualTimeProvider());
        await using var held = Lock(database, lifetime, clock);
        await held.AcquireAsync(alone);

        await LoseSessionAsync(database);
        await clock.TimerArmedAsync(TimeSpan.FromSeconds(1));
        (await AskAsync(database, HeldLocks)).ShouldBe(DBNull.Value);
        clock.Advance(TimeSpan.FromSeconds(1));

        await Waiting.UntilAsync("the lock to be taken again", async () => await AskAsync(database, HeldLocks) is string held && held == mode);
        lifetime.Stopped.IsCompleted.ShouldBeFalse();
    }

    [PostgresTheory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_program_that_lost_its_lock_stops(bool alone, bool other)
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        var exitCode = Environment.ExitCode;
        var (lifetime, clock) = (new Lifetime(), new ManualTimeProvider());
        await using var held = Lock(database, lifetime, clock);
        await using var taking = Lock(database, new Lifetime());

        await TakeOverAsync(database, held, alone, taking, other, clock);

        await lifetime.Stopped.Within("the program to stop itself");
        Environment.ExitCode = exitCode;
    }

    [PostgresFact]
    public async Task A_member_continues_beside_another_member()
    {
        await using var database = await (await PostgresServer.StartAsync()).CreateDatabaseAsync();
        var (lifetime, clock) = (new Lifetime(), new ManualTimeProvider());
        await using var held = Lock(database, lifetime, clock);
        await using var taking = Lock(database, new Lifetime());

        await TakeOverAsync(database, held, alone: false, taking, other: false, clock);

        await Waiting.UntilAsync("both to hold the lock", async () => await AskAsync(database, HeldLocks) is "ShareLock,ShareLock");
        lifetime.Stopped.IsCompleted.ShouldBeFalse();
    }

    /// <summary>The first program loses its session, and the other one takes the lock before the first one retries.</summary>
    private static async Task TakeOverAsync(PostgresDatabase database, PostgresLock held, bool alone, PostgresLock taking, bool other, ManualTimeProvider clock)
    {
        await held.AcquireAsync(alone);
        await LoseSessionAsync(database);
        await clock.TimerArmedAsync(TimeSpan.FromSeconds(1));
        await taking.AcquireAsync(other);
        clock.Advance(TimeSpan.FromSeconds(1));
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

    private static PostgresLock Lock(PostgresDatabase database, Lifetime lifetime, TimeProvider? timeProvider = null) =>
        new(database.ConnectionString, lifetime, timeProvider ?? TimeProvider.System, NullLogger<PostgresLock>.Instance);

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
