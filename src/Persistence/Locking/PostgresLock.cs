using Npgsql;

namespace Actors.Persistence.Locking;

/// <summary>An advisory lock of a session that stays open: exclusive for a program that is alone, shared for members of a cluster. When the session is lost (the server restarted) the lock is taken again
/// as soon as it can be; when a program that cannot share has it by then, this one stops. Writes in between are safe: etags guard each.</summary>
internal sealed partial class PostgresLock(
    string connectionString, IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<PostgresLock> logger) : IStoreLock
{
    private const long Key = 0x4163746F72530002;

    /// <summary>Seconds between signs of life on the idle session.</summary>
    private const int KeepAlive = 10;

    // The server needs a moment to notice that a killed program's session is gone.
    private const string Grace = "2s";

    private const string Used =
        "Another program already uses this PostgreSQL database (DATABASE_URL), and this one needs it for itself. Stop the other, or use another database: only members of a cluster (REDIS_URL) share one.";

    private const string NotShared =
        "A program that needs this PostgreSQL database (DATABASE_URL) for itself already uses it: one that is no member of a cluster (REDIS_URL), or an import. Stop it, or use another database.";

    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _released = new();
    private bool _alone;
    private NpgsqlConnection? _session;
    private Task _watch = Task.CompletedTask;

    public async Task AcquireAsync(bool alone, CancellationToken cancellationToken = default)
    {
        _alone = alone;
        await TakeAsync(cancellationToken).ConfigureAwait(false);
        _watch = KeepAsync(_released.Token);
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

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = KeepAlive };
        _session = new NpgsqlConnection(settings.ToString());
        try
        {
            await _session.OpenAsync(cancellationToken).ConfigureAwait(false);
            var take = _alone ? "pg_advisory_lock" : "pg_advisory_lock_shared";
            using var command = new NpgsqlCommand($"SET lock_timeout = '{Grace}'; SELECT {take}({Key})", _session);
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

    /// <summary>Notices the loss of the session and takes the lock again, until it is released or another program has it.</summary>
    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await LossAsync(_session!, cancellationToken).ConfigureAwait(false);
                await RetakeAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Given back in order.
        }
        catch (AlreadyRunningException)
        {
            TakenMeanwhile(logger);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task LossAsync(NpgsqlConnection session, CancellationToken cancellationToken)
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

    private async Task RetakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(false);
            try
            {
                await TakeAsync(cancellationToken).ConfigureAwait(false);
                TakenAgain(logger);
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
