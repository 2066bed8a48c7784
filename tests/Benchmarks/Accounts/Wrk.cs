using System.Diagnostics;
using System.Globalization;

namespace Actors.Benchmarks.Accounts;

/// <summary>The load generator wrk (Debian: apt-get install wrk).</summary>
internal static class Wrk
{
    private const string Program = "wrk";
    private const string Figure = "Requests/sec:";

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static string? WhyMissing =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Program)))
            ? null
            : "wrk is not installed: apt-get install wrk";

    /// <summary>Requests per second that one address answers to 64 connections. An answer that is no success is an error.</summary>
    public static async Task<double> RunAsync(Uri address, TimeSpan duration, params string[] headers)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true };
        string[] arguments = ["-t", "2", "-c", "64", "-d", $"{(int)duration.TotalSeconds}s", .. headers.SelectMany(header => new[] { "-H", header }), address.ToString()];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var line = output.Split('\n').FirstOrDefault(text => text.StartsWith(Figure, StringComparison.Ordinal));
        return line is not null && !output.Contains("Non-2xx", StringComparison.Ordinal)
            ? double.Parse(line[Figure.Length..], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"wrk measured nothing of use: {output}");
    }
}
