using System.Diagnostics;
using System.Globalization;

namespace Actors.Benchmarks;

/// <summary>The load generator wrk (Debian: apt-get install wrk).</summary>
internal static class Wrk
{
    private const string Program = "wrk";
    private const string Figure = "Requests/sec:";
    // A loaded machine is slow, which is no error.
    private const string Patience = "30s";
    private static readonly string[] s_usual = ["-t", "2", "-c", "64"];

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static string? WhyMissing =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, Program)))
            ? null
            : "wrk is not installed: apt-get install wrk";

    /// <summary>Requests per second that one address answers to 64 connections. An answer that is no success is an error.</summary>
    public static Task<double> RunAsync(Uri address, TimeSpan duration, params string[] headers) =>
        StartAsync(address, duration, [.. s_usual, .. headers.SelectMany(header => new[] { "-H", header })]);

    /// <summary>The same with requests that a Lua script makes.</summary>
    /// <param name="address">Whom to ask; the script says what.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="script">The script's file.</param>
    /// <param name="connections">How many at once; null: 64, from two threads that run the script each.</param>
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
