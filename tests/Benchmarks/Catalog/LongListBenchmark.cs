using System.Diagnostics;
using System.Globalization;
using Actors.Benchmarks.Search;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog;

/// <summary>Measures an uncached list of 100,000 events: the time of one and of ten readers, and the memory.</summary>
internal static class LongListBenchmark
{
    private const int Seed = 20261104;
    private const int Events = 100_000;
    private const int Rounds = 3;
    private const int Together = 10;

    public static async Task RunAsync()
    {
        using var settings = new SiloSettings(("LOG_LEVEL", "WARNING"));
        var random = new Random(Seed);
        await StoredEvents.FillAsync(settings, new Corpus(random), random, Events);
        await using var silo = await SiloProcess.StartAsync(settings);
        await ReadAsync(silo, null);
        Table.Title($"GET /catalog/events with {Events:N0} events stored, streamed");
        foreach (var coding in new[] { null, "gzip", "br" })
        {
            var (times, bytes) = (new List<double>(), 0L);
            for (var round = 0; round < Rounds; round++)
            {
                var clock = Stopwatch.StartNew();
                bytes = await ReadAsync(silo, coding);
                times.Add(clock.Elapsed.TotalSeconds);
            }

            Table.Row($"one reader, {coding ?? "as it is"}, {bytes / 1e6:0.0} MB", SideBySide.Median(times), "s");
        }

        Table.Row("resident after these", await ResidentAsync(silo.ProcessId), "MB");
        var all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => ReadAsync(silo, null)));
        Table.Row($"{Together} readers at once", all.Elapsed.TotalSeconds, "s");
        Table.Row("resident after them", await ResidentAsync(silo.ProcessId), "MB");
    }

    // A reader that discards the body.
    private static async Task<long> ReadAsync(SiloProcess silo, string? coding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/catalog/events");
        if (coding is not null) request.Headers.AcceptEncoding.ParseAdd(coding);
        using var answer = await silo.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var (buffer, bytes) = (new byte[256 * 1024], 0L);
        for (int read; (read = await body.ReadAsync(buffer)) > 0;) bytes += read;
        return bytes;
    }

    private static async Task<double> ResidentAsync(int process)
    {
        var lines = await File.ReadAllLinesAsync($"/proc/{process}/status");
        var resident = lines.First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return double.Parse(resident[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
