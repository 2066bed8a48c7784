using Actors.Persistence.Locking;

namespace Actors.Persistence.Tests.Kit;

/// <summary>A lock without effect, for tests that open one store several times.</summary>
internal sealed class NoLock : IStoreLock
{
    public Task AcquireAsync(bool alone, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
