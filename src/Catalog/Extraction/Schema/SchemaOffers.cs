using System.Runtime.CompilerServices;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Reads prices from offers: one, several, an AggregateOffer, a price specification, or plain text.</summary>
internal static class SchemaOffers
{
    private const int MaxNesting = 3;
    private static readonly string[] s_trueValues = ["true", "yes", "1", "isAccessibleForFree"];

    public static PriceRange Prices(SchemaThing thing)
    {
        // Offers may form reference cycles.
        var left = new StrongBox<int>(ExtractionLimits.Links);
        var prices = PriceRange.Of([PriceRange.Unknown, .. thing.Values("offers").Take(ExtractionLimits.Links).Select(o => Price(o, 0, left))]);
        if (prices.Min is not null || prices.Max is not null)
            return prices;
        return IsFree(thing) ? PriceRange.Free with { Currency = prices.Currency } : prices;
    }

    /// <summary>The ticket page, for an event without a URL.</summary>
    public static string? Link(SchemaThing thing) =>
        thing.Things("offers").Select(o => o.Address("url")).FirstOrDefault(url => url is not null);

    private static PriceRange Price(SchemaValue offer, int depth, StrongBox<int> left) => offer switch
    {
        SchemaText text => WebAddress.IsAbsolute(text.Text) ? PriceRange.Unknown : MachineNumber.Price(text.Text),
        SchemaThing thing when depth < MaxNesting && left.Value-- > 0 => FromOffer(thing, depth, left),
        _ => PriceRange.Unknown,
    };

    private static PriceRange FromOffer(SchemaThing offer, int depth, StrongBox<int> left)
    {
        var written = Prices(offer, "price");
        var low = Prices(offer, "lowPrice", "minPrice");
        var high = Prices(offer, "highPrice", "maxPrice");
        var inner = offer.Values("priceSpecification").Concat(offer.Values("offers")).Take(ExtractionLimits.Links).Select(o => Price(o, depth + 1, left));
        var own = PriceRange.Of([written, low, high with { Min = null, Max = high.Max ?? high.Min }]);
        var range = own.Min is not null || own.Max is not null ? own : PriceRange.Of([PriceRange.Unknown, .. inner]);
        return range with { Currency = PlainText.Line(offer.Tokens("priceCurrency").FirstOrDefault())?.ToUpperInvariant() ?? range.Currency };
    }

    private static PriceRange Prices(SchemaThing offer, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (offer.Texts(name).Select(MachineNumber.Price).ToList() is { Count: > 0 } prices)
                return PriceRange.Of(prices);
        }
        return PriceRange.Unknown;
    }

    // Some pages use the attribute's own name as its value, like an HTML boolean attribute.
    private static bool IsFree(SchemaThing thing) =>
        thing.Tokens("isAccessibleForFree").Concat(thing.Tokens("free")).Any(value => s_trueValues.Contains(SchemaThing.LocalName(value), StringComparer.OrdinalIgnoreCase));
}
