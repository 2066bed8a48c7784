using Actors.Catalog.Ports;
using Actors.Plumbing.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Grains.Posters;

/// <summary>Before requests are served: removes what a crash left, and starts the hourly sweep.</summary>
internal sealed partial class PosterStartup(
    IPosterStore store, PosterSweeper sweeper, IGrainFactory grains, TimeProvider clock, ILogger<PosterStartup> logger) : IHostedService
{
#if CLUSTER
    /// <summary>Other silos may be creating events right now.</summary>
    private static readonly TimeSpan Grace = PosterTimes.Lease;
#else
    /// <summary>This process owns its store, so nobody holds a lease from before its start.</summary>
    private static readonly TimeSpan Grace = TimeSpan.Zero;
#endif

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Grace;
        try
        {
            await store.TidyAsync(before, cancellationToken);
            var removed = await sweeper.Sweep(before, cancellationToken);
            if (removed > 0)
                LogTidied(logger, removed);
        }
        catch (Exception away) when (away is StoreUnavailableException or TimeoutException or OrleansMessageRejectionException)
        {
            LogPutOff(logger, away);
        }

        await grains.GetPosterSweep().Start();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
