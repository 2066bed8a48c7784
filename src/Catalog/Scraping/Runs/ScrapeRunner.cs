using Actors.Catalog.Events.Ingest;
using Actors.Core.Holding;
using Actors.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Runs all sources in parallel. Waits in many short grain calls.</summary>
internal sealed partial class ScrapeRunner(
    IGrainFactory grains, ScrapingSettings settings, IHeldStore store, IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<ScrapeRunner> logger)
{
    /// <summary>Maximum time a caller waits.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_maxCall = TimeSpan.FromSeconds(15);

    public async Task<IntakeCounts> RunAllAsync(CancellationToken cancellationToken)
    {
        // A held store has no runs until it is released, which may take days.
        if (await store.IsHeldAsync(cancellationToken)) return IntakeCounts.None;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var started = timeProvider.GetTimestamp();
        var counts = await Task.WhenAll(settings.Sources.Select(s => RunAsync(s.Name, started, stop.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return counts.Aggregate(IntakeCounts.None, (sum, one) => sum.Add(one));
    }

    private async Task<IntakeCounts> RunAsync(string name, long started, CancellationToken cancellationToken)
    {
        try
        {
            var source = grains.GetSource(name);
            var run = await source.Start();
            await WaitForEndAsync(source, run, started, cancellationToken);
            return (await source.Progress(run, TimeSpan.Zero, CancellationToken.None)).Counts;
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            LogSourceFailed(e, name);
            return IntakeCounts.None;
        }
    }

    private async Task WaitForEndAsync(ISourceGrain source, long run, long started, CancellationToken cancellationToken)
    {
        try
        {
            while (MaxWait - timeProvider.GetElapsedTime(started) is var left && left > TimeSpan.Zero)
            {
                if ((await source.Progress(run, left < s_maxCall ? left : s_maxCall, cancellationToken)).Finished)
                    return;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The counts so far are returned.
        }
    }
}
