using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Tests.Listing.Filters;

/// <summary>Applies a filter to one event.</summary>
internal static class FilterMatches
{
    public static bool Matches(this EventFilter filter, EventFacts e)
    {
        var places = new PlaceNames();
        var table = FactTable.Of(FactChanges.Apply([], [e], places), places);
        ulong[] bits = [1, 0, 0, 0, 0, 0, 0, 0];
        new FactFilter(filter, places).And(table.Blocks[0], bits.AsSpan(0, table.Blocks[0].Ids.Length / RangeBits.Group));
        return bits[0] == 1;
    }
}
