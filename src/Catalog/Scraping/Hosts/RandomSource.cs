namespace Actors.Catalog.Scraping.Hosts;

/// <summary>A source of random numbers; tests replace it.</summary>
/// <param name="Next">Returns a number from 0 to 1. Thread-safe.</param>
internal sealed record RandomSource(Func<double> Next)
{
    /// <summary>Wraps a Random, which alone is not thread-safe.</summary>
    public static RandomSource Of(Random random)
    {
        var sync = new Lock();
        return new(() =>
        {
            lock (sync)
                return random.NextDouble();
        });
    }
}
