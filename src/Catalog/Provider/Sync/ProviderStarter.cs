using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Wakes the synchronisation once the program runs, so that what was due or was interrupted is done.</summary>
internal sealed class ProviderStarter(IGrainFactory grains, StartupTasks attempts) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => attempts.RunAsync(
        new("The synchronisation with the events provider", _ => grains.GetGrain<IProviderSyncGrain>(IProviderSyncGrain.Key).Wake()),
        stoppingToken);
}
