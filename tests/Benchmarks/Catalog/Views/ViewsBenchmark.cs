using System.Diagnostics;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog.Views;

/// <summary>
/// Measures filtered and searched lists over 100,000 stored events; every request is different. VIEWS_DATA keeps the store in a folder for the next
/// run, and VIEWS_KINDS selects kinds.
/// </summary>
internal static class ViewsBenchmark
{
    private const int Seed = 20260902;
    private const int Events = 100_000;
    private const int Seconds = 2;
    private const int WarmUp = 6;
    private const int Rate = 100;
    private const int RateSeconds = 5;
    private static readonly int[] s_connections = [1, 4, 8, 16, 32];

    public static async Task RunAsync()
    {
        if (Wrk.WhyMissing is { } reason)
        {
            Console.WriteLine($"views is left out: {reason}");
            return;
        }

        var random = new Random(Seed);
        var corpus = new Corpus(random);
        using var settings = await StoredEvents.ReadyAsync("VIEWS_DATA", corpus, random, Events);
        using var scripts = new TempFolder("views");
        await using var silo = await StartAsync(settings);
        var load = new ViewLoad(silo, scripts);
        var kinds = ViewKinds.All(corpus, random);
        await load.ClosedAsync(kinds[^1].Path, 4, WarmUp);
        foreach (var (name, path) in kinds.Where(kind => IsAsked(kind.Name))) await MeasureAsync(name, path, silo, load);
        Table.Row("resident in the end", SiloFigures.Resident(silo), "MiB");
        Table.Row("heap in the end", await SiloFigures.HeapAsync(silo), "MiB");
    }

    private static bool IsAsked(string kind) =>
        Environment.GetEnvironmentVariable("VIEWS_KINDS") is not { Length: > 0 } asked || asked.Split(',').Any(part => kind.Contains(part, StringComparison.Ordinal));

    private static async Task<SiloProcess> StartAsync(SiloSettings settings)
    {
        Table.Title($"GET /catalog/events with filters, {Events:N0} events stored");
        var started = Stopwatch.GetTimestamp();
        var silo = await SiloProcess.StartAsync(settings);
        Table.Row("start until /health answers", Stopwatch.GetElapsedTime(started).TotalMilliseconds, "ms", "1500");
        Table.Row("resident then", SiloFigures.Resident(silo), "MiB", "250");
        var processor = SiloFigures.Processor(silo);
        started = Stopwatch.GetTimestamp();
        await silo.Client.GetStringAsync(new Uri("/catalog/events?q=вечер&limit=20", UriKind.Relative));
        Table.Row("first filtered list: everything is read", Stopwatch.GetElapsedTime(started).TotalMilliseconds, "ms");
        Table.Row("processor time of it", SiloFigures.Processor(silo) - processor, "ms");
        Table.Row("resident then", SiloFigures.Resident(silo), "MiB");
        return silo;
    }

    private static async Task MeasureAsync(string name, Func<string> path, SiloProcess silo, ViewLoad load)
    {
        var (allocated, processor) = (await SiloFigures.AllocatedAsync(silo), SiloFigures.Processor(silo));
        foreach (var connections in s_connections)
        {
            var (rate, median, p99) = await load.ClosedAsync(path, connections, Seconds);
            if (connections == 1)
            {
                Table.Row($"{name}: processor time", (SiloFigures.Processor(silo) - processor) / (rate * Seconds), "ms/request");
                Table.Row($"{name}: allocated", (await SiloFigures.AllocatedAsync(silo) - allocated) / (rate * Seconds) / 1024, "KiB/request");
            }

            Console.WriteLine(FormattableString.Invariant($"{name,-32} {connections,3} connections {rate,9:N0} requests/s, median {median,7:N2} ms, p99 {p99,7:N2} ms"));
        }

        var (middle, last) = await load.OpenAsync(path, Rate, RateSeconds);
        Console.WriteLine(FormattableString.Invariant($"{name,-32} open load   {Rate,9:N0} requests/s, median {middle,7:N2} ms, p99 {last,7:N2} ms"));
    }
}
