using System.Diagnostics;
using System.Globalization;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>How soon the program answers <c>/health</c> with events stored, and how much memory it holds then.</summary>
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
        var (times, sizes) = (new List<double>(), new List<double>());
        for (var start = 0; start < Starts; start++)
        {
            var clock = Stopwatch.StartNew();
            await using var silo = await SiloProcess.StartAsync(settings);
            times.Add(clock.Elapsed.TotalSeconds);
            sizes.Add(await ResidentAsync(silo.ProcessId));
            await silo.StopAsync();
        }

        Table.Title($"Start with {Events:N0} events, median of {Starts}");
        Table.Row("until /health answers", SideBySide.Median(times), "s", "1.5");
        Table.Row("resident then", SideBySide.Median(sizes), "MB", "250");
    }

    private static async Task<double> ResidentAsync(int process)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{process}/status");
        var resident = lines.First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return double.Parse(resident[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
