using Npgsql;

namespace Actors.Persistence.Locking;

/// <summary>
/// An advisory lock of an open session: exclusive for a single program, shared for members of a cluster. If the session is lost, for example when the
/// server restarts, the lock is acquired again as soon as possible; if another program has it exclusively by then, this program stops. Writes in
/// between are safe because of row versions.
/// </summary>
internal sealed partial class PostgresLock(
    string connectionString, IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<PostgresLock> logger) : IStoreLock
{
    private const long Key = 0x4163746F72530002;

    /// <summary>Seconds between keep-alive messages on the idle session.</summary>
    private const int KeepAlive = 10;

    // The server needs a moment to notice the end of a killed program's session.
    private const string LockTimeout = "2s";

    private const string Used =
        "Another program already uses this PostgreSQL database (DATABASE_URL), and this one needs it exclusively. Stop the other program, or use another database: only members of a cluster (REDIS_URL) can share one.";

    private const string NotShared =
        "Another program already uses this PostgreSQL database (DATABASE_URL) exclusively: one without a cluster (REDIS_URL), or an import. Stop it, or use another database.";

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _released = new();
    private bool _alone;
    private NpgsqlConnection? _session;
    private Task _watch = Task.CompletedTask;

    public async Task AcquireAsync(bool alone, CancellationToken cancellationToken = default)
    {
        _alone = alone;
        await LockAsync(cancellationToken).ConfigureAwait(false);
        _watch = MonitorAsync(_released.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _released.CancelAsync().ConfigureAwait(false);
        await _watch.ConfigureAwait(false);
        if (_session is { } session)
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }

        _released.Dispose();
    }

    private async Task LockAsync(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = KeepAlive };
        _session = new NpgsqlConnection(settings.ToString());
        try
        {
            await _session.OpenAsync(cancellationToken).ConfigureAwait(false);
            var take = _alone ? "pg_advisory_lock" : "pg_advisory_lock_shared";
            using var command = new NpgsqlCommand($"SET lock_timeout = '{LockTimeout}'; SELECT {take}({Key})", _session);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new AlreadyRunningException(_alone ? Used : NotShared, exception);
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            throw Postgres.PostgresErrors.Explain(exception);
        }
    }

    /// <summary>Acquires the lock again after each loss of the session, until it is released or another program has it.</summary>
    private async Task MonitorAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await WaitForLossAsync(_session!, cancellationToken).ConfigureAwait(false);
                await RelockAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The lock was released.
        }
        catch (AlreadyRunningException)
        {
            TakenOver(logger);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task WaitForLossAsync(NpgsqlConnection session, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await session.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            SessionLost(logger, exception.Message);
            await session.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task RelockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(false);
            try
            {
                await LockAsync(cancellationToken).ConfigureAwait(false);
                AcquiredAgain(logger);
                return;
            }
            catch (StoreUnavailableException)
            {
                await _session!.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private static bool IsLoss(Exception exception) =>
        exception is NpgsqlException or TimeoutException or IOException or InvalidOperationException and not ObjectDisposedException;
}
