namespace Actors.Persistence.Locking;

/// <summary>Combines the locks of the data directory and the PostgreSQL database.</summary>
internal sealed class BothLocks(IStoreLock first, IStoreLock second) : IStoreLock
{
    public async Task AcquireAsync(bool alone, CancellationToken cancellationToken = default)
    {
        await first.AcquireAsync(alone, cancellationToken).ConfigureAwait(false);
        await second.AcquireAsync(alone, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await second.DisposeAsync().ConfigureAwait(false);
        await first.DisposeAsync().ConfigureAwait(false);
    }
}
