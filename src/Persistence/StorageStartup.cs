using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Persistence.Locking;
using Actors.Persistence.Migrations;

namespace Actors.Persistence;

/// <summary>Acquires the store lock and upgrades the schema before any hosted service starts.</summary>
internal sealed class StorageStartup(IStoreLock storeLock, SchemaRunner schema, StorageSettings settings) : IHostedLifecycleService
{
    private readonly Lock _lock = new();
    private bool _alone = settings.Membership == Membership.Alone;
    private Task? _ready;
    private Task? _fits;

    /// <summary>The applied scripts.</summary>
    public IReadOnlyList<string> Applied { get; private set; } = [];

    /// <summary>Runs once; later callers wait for the same task.</summary>
    /// <exception cref="AlreadyRunningException">Another program uses the store exclusively.</exception>
    public Task ReadyAsync(StoreNeed need, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (need == StoreNeed.Alone) ClaimAlone();
            return need == StoreNeed.Unchanged ? _ready ?? (_fits ??= MakeFitAsync(cancellationToken)) : _ready ??= MakeReadyAsync(cancellationToken);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => ReadyAsync(StoreNeed.Upgraded, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void ClaimAlone()
    {
        if (!_alone && _ready is not null)
            throw new AlreadyRunningException("This program is a member of a cluster and shares the database. Stop all members and run the command again.");
        _alone = true;
    }

    private async Task MakeReadyAsync(CancellationToken cancellationToken)
    {
        await storeLock.AcquireAsync(_alone, cancellationToken).ConfigureAwait(false);
        Applied = await schema.RunAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task MakeFitAsync(CancellationToken cancellationToken)
    {
        await storeLock.AcquireAsync(_alone, cancellationToken).ConfigureAwait(false);
        await schema.CheckAsync(cancellationToken).ConfigureAwait(false);
    }
}
