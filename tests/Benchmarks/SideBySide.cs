namespace Actors.Benchmarks;

/// <summary>Measures two things alternately, so that a slow phase of the machine affects both.</summary>
internal static class SideBySide
{
    /// <summary>The medians of an odd number of rounds.</summary>
    public static async Task<(double Ours, double Theirs)> RunAsync(Func<Task<double>> ours, Func<Task<double>> theirs, int rounds)
    {
        var (mine, others) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            others.Add(await theirs());
            mine.Add(await ours());
        }

        return (Median(mine), Median(others));
    }

    public static double Median(IReadOnlyCollection<double> figures) => figures.Order().ElementAt(figures.Count / 2);
}
