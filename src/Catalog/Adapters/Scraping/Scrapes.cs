using Actors.Catalog.Grains.Sources;
using Actors.Catalog.Ports;
using Actors.Plumbing.Storage;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Adapters.Scraping;

/// <summary>Runs all sources at once. One grain call stays short; waiting is many of them.</summary>
internal sealed partial class Scrapes(IGrainFactory grains, ScrapingSettings settings, TimeProvider clock, ILogger<Scrapes> logger) : IScrapes
{
    /// <summary>A caller waits this long at most.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(15);

    public async Task<IntakeCounts> RunAllAsync(CancellationToken cancellation)
    {
        var deadline = clock.GetUtcNow() + LongestWait;
        var counts = await Task.WhenAll(settings.Sources.Select(s => RunAsync(s.Name, deadline, cancellation)));
        return counts.Aggregate(IntakeCounts.None, (sum, one) => sum.Add(one));
    }

    private async Task<IntakeCounts> RunAsync(string name, DateTimeOffset deadline, CancellationToken cancellation)
    {
        try
        {
            var source = grains.GetSource(name);
            var run = await source.Start();
            while (true)
            {
                var left = deadline - clock.GetUtcNow();
                var progress = await source.Progress(run, left < LongestCall ? left : LongestCall).WaitAsync(cancellation);
                if (progress.Finished || clock.GetUtcNow() >= deadline)
                    return progress.Counts;
            }
        }
        catch (Exception e) when (e is not (StoreUnavailableException or OperationCanceledException))
        {
            LogSourceFailed(e, name);
            return IntakeCounts.None;
        }
    }
}
