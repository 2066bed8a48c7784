using Actors.Catalog.Ports;
using Actors.Plumbing.Errors;
using Actors.Plumbing.Starting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Grains.Posters;

/// <summary>Before requests are served: removes what a crash left. Once the program runs: starts the hourly sweep.</summary>
internal sealed partial class PosterStartup(
    IPosterStore store, PosterSweeper sweeper, IGrainFactory grains, StartAttempts attempts, TimeProvider clock, ILogger<PosterStartup> logger) : BackgroundService
{
#if CLUSTER
    /// <summary>Other silos may be creating events right now.</summary>
    private static readonly TimeSpan Grace = PosterTimes.Lease;
#else
    /// <summary>This process owns its store, so nobody holds a lease from before its start.</summary>
    private static readonly TimeSpan Grace = TimeSpan.Zero;
#endif

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TidyAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        attempts.RunAsync(new("The hourly sweep of posters", _ => grains.GetPosterSweep().Start()), stoppingToken);

    private async Task TidyAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - Grace;
        try
        {
            await store.TidyAsync(before, ct);
            var removed = await sweeper.Sweep(before, ct);
            if (removed > 0)
                LogTidied(logger, removed);
        }
        catch (Exception away) when (Outage.IsTransient(away))
        {
            LogPutOff(logger, away);
        }
    }
}
