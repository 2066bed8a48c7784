using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Wakes the synchronisation once the silo runs, so that a due or interrupted run starts.</summary>
internal sealed class ProviderStarter(IGrainFactory grains, StartupTasks attempts) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => attempts.RunAsync(
        new("Synchronisation with the events provider", _ => grains.GetGrain<IProviderSyncGrain>(IProviderSyncGrain.Key).Wake()),
        stoppingToken);
}
