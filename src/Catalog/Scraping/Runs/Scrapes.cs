using Actors.Catalog.Events.Ingest;
using Actors.Core.Holding;
using Actors.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Runs all sources at once. One grain call stays short; waiting is many of them.</summary>
internal sealed partial class Scrapes(
    IGrainFactory grains, ScrapingSettings settings, IHeldStore store, IHostApplicationLifetime lifetime, TimeProvider timeProvider, ILogger<Scrapes> logger)
{
    /// <summary>A caller waits this long at most, and not longer than the program runs.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan s_longestCall = TimeSpan.FromSeconds(15);

    public async Task<IntakeCounts> RunAllAsync(CancellationToken cancellationToken)
    {
        // Their runs begin after the release, which may be days away.
        if (await store.IsHeldAsync(cancellationToken)) return IntakeCounts.None;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var began = timeProvider.GetTimestamp();
        var counts = await Task.WhenAll(settings.Sources.Select(s => RunAsync(s.Name, began, giveUp.Token)));
        cancellationToken.ThrowIfCancellationRequested();
        return counts.Aggregate(IntakeCounts.None, (sum, one) => sum.Add(one));
    }

    private async Task<IntakeCounts> RunAsync(string name, long began, CancellationToken cancellationToken)
    {
        try
        {
            var source = grains.GetSource(name);
            var run = await source.Start();
            await EndAsync(source, run, began, cancellationToken);
            return (await source.Progress(run, TimeSpan.Zero, CancellationToken.None)).Counts;
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            LogSourceFailed(e, name);
            return IntakeCounts.None;
        }
    }

    private async Task EndAsync(ISourceGrain source, long run, long began, CancellationToken cancellationToken)
    {
        try
        {
            while (LongestWait - timeProvider.GetElapsedTime(began) is var left && left > TimeSpan.Zero)
            {
                if ((await source.Progress(run, left < s_longestCall ? left : s_longestCall, cancellationToken)).Finished)
                    return;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The counts so far are the answer.
        }
    }
}
