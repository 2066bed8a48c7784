namespace Actors.Catalog.Scraping.Hosts;

/// <summary>Where random numbers come from; tests know them.</summary>
/// <param name="Draw">A number from 0 to 1; may be called from any thread.</param>
internal sealed record Chance(Func<double> Draw)
{
    /// <summary>The numbers of a Random, which alone is not safe to share between threads.</summary>
    public static Chance Of(Random random)
    {
        var sync = new Lock();
        return new(() =>
        {
            lock (sync)
                return random.NextDouble();
        });
    }
}
