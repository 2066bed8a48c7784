namespace Actors.Benchmarks.Logins;

/// <summary>The latency of one route in milliseconds.</summary>
internal sealed record Latency(string Route, double Median, double P99)
{
    /// <summary>The median of several rounds for each route.</summary>
    public static IReadOnlyList<Latency> Medians(IReadOnlyList<IReadOnlyList<Latency>> rounds) =>
        [.. Enumerable.Range(0, rounds[0].Count).Select(route => new Latency(
            rounds[0][route].Route, Middle(rounds.Select(r => r[route].Median)), Middle(rounds.Select(r => r[route].P99))))];

    private static double Middle(IEnumerable<double> values)
    {
        var ordered = values.Order().ToArray();
        return ordered[ordered.Length / 2];
    }
}
