using Actors.Plumbing.Storage.Locking;
using Actors.Plumbing.Storage.Schema;

namespace Actors.Plumbing.Storage;

/// <summary>Takes the exclusive lock and readies the database before any service of the host starts.</summary>
internal sealed class StorageStartup(IExclusiveLock exclusive, SchemaRunner schema) : IHostedLifecycleService
{
    private readonly Lock _lock = new();
    private Task? _ready;
    private Task? _fits;

    /// <summary>The scripts that were applied.</summary>
    public IReadOnlyList<string> Applied { get; private set; } = [];

    /// <summary>Does it once; whoever asks later waits for the same.</summary>
    public Task ReadyAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            return _ready ??= MakeReadyAsync(ct);
        }
    }

    /// <summary>Takes the lock, and refuses a database that is not of this program's schema instead of changing it. Whoever has it ready has that.</summary>
    public Task FitAsync(CancellationToken ct)
    {
        lock (_lock)
        {
            return _ready ?? (_fits ??= MakeFitAsync(ct));
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => ReadyAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MakeReadyAsync(CancellationToken ct)
    {
        await exclusive.AcquireAsync(ct).ConfigureAwait(false);
        Applied = await schema.RunAsync(ct).ConfigureAwait(false);
    }

    private async Task MakeFitAsync(CancellationToken ct)
    {
        await exclusive.AcquireAsync(ct).ConfigureAwait(false);
        await schema.CheckAsync(ct).ConfigureAwait(false);
    }
}
