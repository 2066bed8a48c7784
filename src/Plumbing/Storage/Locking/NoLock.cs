namespace Actors.Plumbing.Storage.Locking;

/// <summary>For the cluster build, where many programs share the store and etags keep them apart.</summary>
internal sealed class NoLock : IExclusiveLock
{
    public Task AcquireAsync(CancellationToken ct = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
