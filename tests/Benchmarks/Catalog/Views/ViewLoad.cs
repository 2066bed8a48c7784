using System.Diagnostics;
using System.Globalization;
using Actors.TestKit;

namespace Actors.Benchmarks.Catalog.Views;

/// <summary>Sends different requests to a silo, as a closed or an open load.</summary>
internal sealed class ViewLoad(SiloProcess silo, TempFolder scripts)
{
    private const int Paths = 2000;

    /// <summary>
    /// Closed load (wrk): each connection sends its next request after a response. Returns requests a second, median and p99 in milliseconds.
    /// </summary>
    public async Task<(double Rate, double Median, double P99)> ClosedAsync(Func<string> path, int connections, int seconds)
    {
        var script = await ScriptAsync(path);
        string[] arguments = ["-t", "1", "-c", $"{connections}", "-d", $"{seconds}s", "-s", script, silo.Settings.AddressOf().ToString()];
        using var process = Process.Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        double[] figures = [.. output.Trim().Split('\n')[^1].Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
        return figures[0] == 0 ? (figures[1], figures[2], figures[3]) : throw new InvalidOperationException($"{figures[0]} requests failed.");
    }

    /// <summary>
    /// Open load: requests are sent at a fixed rate regardless of responses. Returns median and p99 in milliseconds, counted from the due time.
    /// </summary>
    public async Task<(double Median, double P99)> OpenAsync(Func<string> path, int rate, int seconds)
    {
        var requests = Enumerable.Range(0, rate * seconds).Select(_ => path()).ToArray();
        var answers = new List<Task<double>>(requests.Length);
        var started = Stopwatch.GetTimestamp();
        foreach (var request in requests)
        {
            var due = TimeSpan.FromSeconds((double)answers.Count / rate);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } wait) await Task.Delay(wait, TimeProvider.System);
            answers.Add(AnsweredAsync(request, started, due));
        }

        double[] times = [.. (await Task.WhenAll(answers)).Order()];
        return (times[times.Length / 2], times[times.Length * 99 / 100]);
    }

    private async Task<double> AnsweredAsync(string path, long started, TimeSpan due)
    {
        await silo.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
        return (Stopwatch.GetElapsedTime(started) - due).TotalMilliseconds;
    }

    private async Task<string> ScriptAsync(Func<string> path)
    {
        var script = scripts.Combine("paths.lua");
        var paths = Enumerable.Range(0, Paths).Select(_ => $"\"{path()}\"");
        await File.WriteAllTextAsync(script, $$"""
            local paths = { {{string.Join(",\n", paths)}} }
            local i = 0
            function request() i = i % #paths + 1; return wrk.format("GET", paths[i]) end
            function done(summary, latency)
              print(string.format("%d %.3f %.3f %.3f", summary.errors.status + summary.errors.timeout, summary.requests / summary.duration * 1e6,
                latency:percentile(50) / 1000, latency:percentile(99) / 1000))
            end
            """);
        return script;
    }
}
