using System.Diagnostics;
using System.Globalization;

namespace Actors.Benchmarks;

/// <summary>The load generator wrk (Debian: apt-get install wrk).</summary>
internal static class Wrk
{
    private const string Program = "wrk";
    private const string Figure = "Requests/sec:";
    // A slow response on a loaded machine is not an error.
    private const string Patience = "30s";
    private static readonly string[] s_usual = ["-t", "2", "-c", "64"];

    /// <summary>Why wrk is missing; null if it is available.</summary>
    public static string? WhyMissing =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Program)))
            ? null
            : "wrk is not installed: apt-get install wrk";

    /// <summary>Requests per second to one address from 64 connections. Fails on unsuccessful responses.</summary>
    public static Task<double> RunAsync(Uri address, TimeSpan duration, params string[] headers) =>
        StartAsync(address, duration, [.. s_usual, .. headers.SelectMany(header => new[] { "-H", header })]);

    /// <summary>The same with requests from a Lua script.</summary>
    /// <param name="address">The base address; the script creates the requests.</param>
    /// <param name="duration">The duration.</param>
    /// <param name="script">The file of the script.</param>
    /// <param name="connections">The number of connections; null means 64, from two threads that each run the script.</param>
    public static Task<double> RunScriptAsync(Uri address, TimeSpan duration, string script, int? connections = null) =>
        StartAsync(address, duration, [.. connections is null ? s_usual : ["-t", "1", "-c", $"{connections}"], "-s", script]);

    private static async Task<double> StartAsync(Uri address, TimeSpan duration, string[] arguments)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. arguments, "--timeout", Patience, "-d", $"{(int)duration.TotalSeconds}s", address.ToString()])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return Read(output);
    }

    private static double Read(string output)
    {
        var line = output.Split('\n').FirstOrDefault(text => text.StartsWith(Figure, StringComparison.Ordinal));
        return line is not null && !output.Contains("Non-2xx", StringComparison.Ordinal) && !output.Contains("Socket errors", StringComparison.Ordinal)
            ? double.Parse(line[Figure.Length..], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"wrk measured nothing of use: {output}");
    }
}
