using Actors.Plumbing.Storage.Locking;
using Actors.Plumbing.Storage.Schema;

namespace Actors.Plumbing.Storage;

/// <summary>Takes the exclusive lock and readies the database before any service of the host starts.</summary>
internal sealed class StorageStartup(IExclusiveLock exclusive, SchemaRunner schema) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await exclusive.AcquireAsync(cancellationToken).ConfigureAwait(false);
        await schema.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
