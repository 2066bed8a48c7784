using Npgsql;

namespace Actors.Plumbing.Storage.Locking;

/// <summary>An advisory lock of a session that stays open. When the session is lost somebody else may take the lock, so the
/// program stops itself: etags would refuse its writes anyway, one by one.</summary>
internal sealed partial class PostgresLock(string connectionString, IHostApplicationLifetime lifetime, ILogger<PostgresLock> logger) : IExclusiveLock
{
    private const long Key = 0x4163746F72530002;

    /// <summary>Seconds between signs of life on the idle session.</summary>
    private const int KeepAlive = 10;

    private const string Taken =
        "Another program already uses this PostgreSQL database (DATABASE_URL). The single-process build allows one: stop the other, or use another database.";

    private readonly CancellationTokenSource _released = new();
    private NpgsqlConnection? _session;
    private Task _watch = Task.CompletedTask;

    public async Task AcquireAsync(CancellationToken ct = default)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = KeepAlive };
        _session = new NpgsqlConnection(settings.ToString());
        try
        {
            await _session.OpenAsync(ct).ConfigureAwait(false);
            using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({Key})", _session);
            if (await command.ExecuteScalarAsync(ct).ConfigureAwait(false) is not true)
            {
                throw new AlreadyRunningException(Taken);
            }
        }
        catch (NpgsqlException exception)
        {
            throw Postgres.PostgresErrors.Explain(exception);
        }

        _watch = WatchAsync(_session);
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

    private async Task WatchAsync(NpgsqlConnection session)
    {
        try
        {
            while (true)
            {
                await session.WaitAsync(_released.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // Given back in order.
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or InvalidOperationException or ObjectDisposedException)
        {
            SessionLost(logger, exception);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }
}
