namespace Actors.Plumbing.Storage.Locking;

/// <summary>The folder and the database: with PostgreSQL the program owns both.</summary>
internal sealed class BothLocks(IExclusiveLock first, IExclusiveLock second) : IExclusiveLock
{
    public async Task AcquireAsync(CancellationToken ct = default)
    {
        await first.AcquireAsync(ct).ConfigureAwait(false);
        await second.AcquireAsync(ct).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await second.DisposeAsync().ConfigureAwait(false);
        await first.DisposeAsync().ConfigureAwait(false);
    }
}
