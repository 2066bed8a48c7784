using System.Diagnostics;
using System.Globalization;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>Filtered and searched lists over 100,000 stored events, by wrk, every request another one.</summary>
internal static class ViewsBenchmark
{
    private const int Seed = 20260902;
    private const int Events = 100_000;
    private const int Paths = 2000;
    private const int Seconds = 3;
    private const int WarmUp = 6;

    public static async Task RunAsync()
    {
        if (Wrk.WhyMissing is { } reason)
        {
            Console.WriteLine($"views is left out: {reason}");
            return;
        }

        using var settings = new SiloSettings(("LOG_LEVEL", "WARNING"));
        using var scripts = new TempFolder("views");
        var random = new Random(Seed);
        var corpus = new Corpus(random);
        await StoredEvents.FillAsync(settings, corpus, random, Events);
        Table.Title($"GET /catalog/events with filters, {Events:N0} events stored, pages of 20");
        await using var silo = await SiloProcess.StartAsync(settings);
        await TimedAsync("first filtered list: everything is read", () => silo.Client.GetStringAsync("/catalog/events?q=вечер&limit=20"));
        var kinds = Kinds(corpus, random);
        await WarmUpAsync(kinds[^1].Path, silo, scripts);
        foreach (var (name, path) in kinds) await MeasureAsync(name, path, silo, scripts);
    }

    private static (string Name, Func<string> Path)[] Kinds(Corpus corpus, Random random)
    {
        string Word() => Uri.EscapeDataString(corpus.Word());
        (string, Func<string>)[] kinds =
        [
            ("one word", () => $"q={Word()}"),
            ("two words and a price", () => $"q={Word()}+{Word()}&price_max={random.Next(5000)}"),
            ("place and age", () => $"place={Word()[..12]}&age={random.Next(18)}"),
            ("weekend of a type", () => $"when=weekend&type=concert&price_min={random.Next(1000)}"),
            ("dates", () => $"when=month&price_max={random.Next(5000)}"),
        ];
        return [.. kinds, ("all of them mixed", () => kinds[random.Next(kinds.Length)].Item2())];
    }

    private static async Task WarmUpAsync(Func<string> path, SiloProcess silo, TempFolder scripts) =>
        await WrkAsync(silo, await ScriptAsync(path, scripts), 4, WarmUp);

    private static async Task MeasureAsync(string name, Func<string> path, SiloProcess silo, TempFolder scripts)
    {
        var script = await ScriptAsync(path, scripts);
        foreach (var connections in new[] { 1, 4 })
        {
            var figures = await WrkAsync(silo, script, connections, Seconds);
            if (figures[0] > 0) throw new InvalidOperationException($"{figures[0]} requests failed.");
            Table.Row($"{name}, {connections} connections, median", figures[1], "ms");
            Table.Row($"{name}, {connections} connections, p99", figures[2], "ms", "20");
        }
    }

    private static async Task<string> ScriptAsync(Func<string> path, TempFolder scripts)
    {
        var script = scripts.Combine("paths.lua");
        var paths = Enumerable.Range(0, Paths).Select(_ => $"\"/catalog/events?limit=20&{path()}\"");
        await File.WriteAllTextAsync(script, $$"""
            local paths = { {{string.Join(",\n", paths)}} }
            local i = 0
            function request() i = i % #paths + 1; return wrk.format("GET", paths[i]) end
            function done(summary, latency) print(string.format("%d %.3f %.3f", summary.errors.status + summary.errors.timeout, latency:percentile(50) / 1000, latency:percentile(99) / 1000)) end
            """);
        return script;
    }

    private static async Task<double[]> WrkAsync(SiloProcess silo, string script, int connections, int seconds)
    {
        string[] arguments = ["-t", "1", "-c", $"{connections}", "-d", $"{seconds}s", "-s", script, silo.Settings.AddressOf().ToString()];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. output.Trim().Split('\n')[^1].Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
    }

    private static async Task TimedAsync(string name, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        Table.Row(name, Stopwatch.GetElapsedTime(started).TotalMilliseconds, "ms");
    }
}
