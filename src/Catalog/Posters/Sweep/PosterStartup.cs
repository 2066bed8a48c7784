using Actors.Catalog.Posters.Stores;
using Actors.Grains.Failures;
using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Posters.Sweep;

/// <summary>Before requests are served: removes what a crash left. Once the program runs: starts the hourly sweep.</summary>
internal sealed partial class PosterStartup(
    IPosterStore store, PosterSweeper sweeper, PosterGrace grace, IGrainFactory grains, StartupTasks attempts, TimeProvider timeProvider,
    ILogger<PosterStartup> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TidyAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        attempts.RunAsync(new("The hourly sweep of posters", _ => grains.GetPosterSweep().Start()), stoppingToken);

    private async Task TidyAsync(CancellationToken cancellationToken)
    {
        var before = timeProvider.GetUtcNow() - grace.Age;
        try
        {
            await store.TidyAsync(before, cancellationToken);
            var removed = await sweeper.Sweep(before, cancellationToken);
            if (removed > 0)
                LogTidied(logger, removed);
        }
        catch (Exception away) when (Outage.IsTransient(away))
        {
            LogPutOff(logger, away);
        }
    }
}
