namespace Actors.Catalog.Extraction;

/// <summary>A price range in units of the currency; null is unknown, and 0 is free.</summary>
internal sealed record PriceRange(decimal? Min, decimal? Max, string? Currency)
{
    public static readonly PriceRange Unknown = new(null, null, null);
    public static readonly PriceRange Free = new(0, null, null);

    /// <summary>The range of several prices: the lowest, and the highest if it differs.</summary>
    public static PriceRange Of(IReadOnlyCollection<PriceRange> prices)
    {
        decimal?[] all = [.. prices.SelectMany(p => new[] { p.Min, p.Max }).Where(p => p is not null)];
        var min = prices.Min(p => p.Min);
        var max = all.Max();
        return new(min, max > (min ?? -1) ? max : null, prices.Select(p => p.Currency).FirstOrDefault(c => c is not null));
    }
}
