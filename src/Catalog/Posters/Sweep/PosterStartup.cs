using Actors.Catalog.Posters.Stores;
using Actors.Grains.Failures;
using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Posters.Sweep;

/// <summary>Removes the leftovers of a crash before requests are served, and starts the hourly sweep once the silo runs.</summary>
internal sealed partial class PosterStartup(
    IPosterStore store, PosterSweeper sweeper, PosterGrace grace, IGrainFactory grains, StartupTasks attempts, TimeProvider timeProvider,
    ILogger<PosterStartup> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await RemoveLeftoversAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        attempts.RunAsync(new("The hourly sweep of posters", _ => grains.GetPosterSweep().Start()), stoppingToken);

    private async Task RemoveLeftoversAsync(CancellationToken cancellationToken)
    {
        var before = timeProvider.GetUtcNow() - grace.Age;
        try
        {
            await store.RemoveUnfinishedAsync(before, cancellationToken);
            var removed = await sweeper.Sweep(before, cancellationToken);
            if (removed > 0)
                LogDeleted(logger, removed);
        }
        catch (Exception outage) when (Outage.IsTransient(outage))
        {
            LogPostponed(logger, outage);
        }
    }
}
