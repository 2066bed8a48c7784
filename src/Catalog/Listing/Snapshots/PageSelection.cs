using System.Collections.Immutable;
using System.Numerics;
using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Views;
using Actors.Search;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Chooses the events of a page from a snapshot.</summary>
internal static class PlaceSelection
{
    /// <summary>How many events the list has, and the first places after the asked one: one more than the page holds, if there are so many.</summary>
    public static async Task<(int Total, ImmutableArray<ViewPlace> Places)> SelectAsync(EventSnapshot snapshot, ViewRequest request)
    {
        var filter = new ViewFilter(request, snapshot.Facts);
        return request.Query is null ? Filter(snapshot.Facts, filter, request) : Search(snapshot.Facts, await snapshot.Index, filter, request, request.Query);
    }

    private static (int Total, ImmutableArray<ViewPlace> Places) Search(
        FactTable facts, SearchIndex index, ViewFilter filter, ViewRequest request, string query)
    {
        var after = request.After is { } place ? new SearchHit(place.Id, (int)-place.Key) : (SearchHit?)null;
        var found = index.Find(query, request.Limit + 1, new ViewCursor(facts, filter).Accepts, after);
        return (found.Total, [.. found.Hits.Select(hit => new ViewPlace(-hit.Rank, hit.Id))]);
    }

    private static (int Total, ImmutableArray<ViewPlace> Places) Filter(FactTable facts, ViewFilter filter, ViewRequest request)
    {
        var first = new FirstPlaces(request.Limit + 1, request.After);
        Span<ulong> bits = stackalloc ulong[FactBlock.Words];
        for (var i = 0; i < facts.Blocks.Length; i++)
        {
            var block = facts.Blocks[request.Order == ViewOrder.Newest ? facts.Blocks.Length - 1 - i : i];
            filter.Select(block, bits);
            if (CanSkip(block, request, first)) first.Skip(Count(bits));
            else Add(block, bits, request.Order, first);
        }

        return (first.Total, first.ToPlaces());
    }

    // Events are only counted when the page is full, or does not begin yet.
    private static bool CanSkip(FactBlock block, ViewRequest request, FirstPlaces first) => request.Order switch
    {
        ViewOrder.Number => first.IsFull || block.LastId <= request.After?.Id,
        ViewOrder.Newest => first.IsFull || block.FirstId >= request.After?.Id,
        _ => false,
    };

    private static void Add(FactBlock block, ReadOnlySpan<ulong> bits, ViewOrder order, FirstPlaces first)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var row = (word * RangeBits.Group) + BitOperations.TrailingZeroCount(rest);
                first.Add(new ViewPlace(KeyOf(block.Ids[row], block.Commits[row], order), block.Ids[row]));
            }
        }
    }

    private static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits) count += BitOperations.PopCount(word);
        return count;
    }

    private static long KeyOf(long id, long commit, ViewOrder order) => order switch
    {
        ViewOrder.Change => commit,
        ViewOrder.Newest => -id,
        _ => 0,
    };
}
