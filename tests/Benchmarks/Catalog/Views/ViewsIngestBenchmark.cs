using System.Diagnostics;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog.Views;

/// <summary>Measures filtered lists over 100,000 stored events while more are submitted: 100 requests a second as an open load.</summary>
internal static class ViewsIngestBenchmark
{
    private const int Seed = 20261105;
    private const int Events = 100_000;
    private const int Rate = 100;
    private const int Seconds = 8;

    public static async Task RunAsync()
    {
        await using var pictures = await FakeUpstream.StartAsync();
        var random = new Random(Seed);
        var corpus = new Corpus(random);
        using var settings = await StoredEvents.ReadyAsync("VIEWS_INGEST_DATA", corpus, random, Events);
        settings.Set("OUTBOUND_ALLOW", pictures.AllowEntry);
        using var scripts = new TempFolder("views");
        await using var silo = await SiloProcess.StartAsync(settings);
        var ingest = new SteadyIngest(silo, pictures, corpus, random);
        ingest.ServePicture();
        var load = new ViewLoad(silo, scripts);
        var usual = ViewKinds.All(corpus, random).Single(kind => kind.Name == "the five above mixed").Path;
        await load.OpenAsync(usual, Rate, Seconds);
        Table.Title($"{Rate} filtered lists a second, {Events:N0} events stored, while others come in");
        foreach (var rate in new[] { 0, 100, 1000 }) await MeasureAsync(rate, usual, silo, load, ingest);
        Table.Row("resident in the end", SiloFigures.Resident(silo), "MiB");
    }

    private static async Task MeasureAsync(int rate, Func<string> path, SiloProcess silo, ViewLoad load, SteadyIngest ingest)
    {
        using var end = new CancellationTokenSource();
        var (processor, started) = (SiloFigures.Processor(silo), Stopwatch.GetTimestamp());
        var taken = rate == 0 ? Task.FromResult(0) : ingest.RunAsync(rate / 10, TimeSpan.FromMilliseconds(100), end.Token);
        var (median, p99) = await load.OpenAsync(path, Rate, Seconds);
        await end.CancelAsync();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Table.Row($"{rate} events/s come in: taken", await taken / seconds, "events/s");
        Table.Row($"{rate} events/s come in: lists, median", median, "ms");
        Table.Row($"{rate} events/s come in: lists, p99", p99, "ms", "20");
        Table.Row($"{rate} events/s come in: processor", (SiloFigures.Processor(silo) - processor) / seconds / 10, "% of a core");
    }
}
