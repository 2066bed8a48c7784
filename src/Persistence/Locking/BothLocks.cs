namespace Actors.Persistence.Locking;

/// <summary>The folder and the database: with PostgreSQL a program needs both.</summary>
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
