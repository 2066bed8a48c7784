using System.Diagnostics;
using Actors.Benchmarks.Bare;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>
/// Measures the time until <c>/health</c> and a filtered list respond with events stored, and the memory; compared with an empty silo.
/// </summary>
internal static class StartBenchmark
{
    private const int Seed = 20261103;
    private const int Events = 100_000;
    private const int Starts = 5;

    public static async Task RunAsync()
    {
        using var settings = Deployed.Settings();
        var random = new Random(Seed);
        await StoredEvents.FillAsync(settings, new Corpus(random), random, Events);
        var (sizes, lists) = (new List<double>(), new List<double>());
        var (ours, theirs) = await SideBySide.RunAsync(() => StartAsync(settings, sizes, lists), StartBareAsync, Starts);
        Table.Title($"Start with {Events:N0} events, median of {Starts}");
        Table.Row("a bare web host with an empty silo until /health answers", theirs, "s");
        Table.Row("until /health answers", ours, "s");
        Table.Row("  of the bare one", ours / theirs, "times", "1.3");
        Table.Row("resident then", SideBySide.Median(sizes), "MB", "300");
        Table.Row("the first filtered list after it", SideBySide.Median(lists), "s", "2");
    }

    private static async Task<double> StartAsync(SiloSettings settings, List<double> sizes, List<double> lists)
    {
        var clock = Stopwatch.StartNew();
        await using var silo = await SiloProcess.StartAsync(settings);
        var started = clock.Elapsed.TotalSeconds;
        sizes.Add(ProcessUse.Of(silo.ProcessId).Resident);
        clock.Restart();
        await silo.Client.GetByteArrayAsync(new Uri("/catalog/events?type=concert&limit=50", UriKind.Relative));
        lists.Add(clock.Elapsed.TotalSeconds);
        await silo.StopAsync();
        return started;
    }

    private static async Task<double> StartBareAsync()
    {
        var clock = Stopwatch.StartNew();
        await using var bare = await BareSilo.StartAsync();
        return clock.Elapsed.TotalSeconds;
    }
}
