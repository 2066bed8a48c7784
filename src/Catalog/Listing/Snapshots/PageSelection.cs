using System.Collections.Immutable;
using System.Numerics;
using Actors.Catalog.Listing.Facts;
using Actors.Catalog.Listing.Pages;
using Actors.Search;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Selects the events of a page from a snapshot.</summary>
internal static class PageSelection
{
    /// <summary>The number of events in the list, and the positions of the page. One more than the page holds, if the list goes on.</summary>
    public static async Task<(int Total, ImmutableArray<ListPosition> Positions)> SelectAsync(EventSnapshot snapshot, ListRequest request)
    {
        var filter = new ListFilter(request, snapshot.Facts);
        return request.Query is null ? Filter(snapshot.Facts, filter, request) : Search(snapshot.Facts, await snapshot.Index, filter, request, request.Query);
    }

    private static (int Total, ImmutableArray<ListPosition> Positions) Search(
        FactTable facts, SearchIndex index, ListFilter filter, ListRequest request, string query)
    {
        var after = request.After is { } position ? new SearchHit(position.Id, (int)-position.Key) : (SearchHit?)null;
        var found = index.Find(query, request.Limit + 1, new FilterMembership(facts, filter).Accepts, after);
        return (found.Total, [.. found.Hits.Select(hit => new ListPosition(-hit.Rank, hit.Id))]);
    }

    private static (int Total, ImmutableArray<ListPosition> Positions) Filter(FactTable facts, ListFilter filter, ListRequest request)
    {
        var first = new FirstPositions(request.Limit + 1, request.After);
        Span<ulong> bits = stackalloc ulong[FactBlock.Words];
        for (var i = 0; i < facts.Blocks.Length; i++)
        {
            var block = facts.Blocks[request.Order == ListOrder.Newest ? facts.Blocks.Length - 1 - i : i];
            filter.Select(block, bits);
            if (CanSkip(block, request, first)) first.Skip(Count(bits));
            else Add(block, bits, request.Order, first);
        }

        return (first.Total, first.ToPositions());
    }

    // Before the page begins and after it is full, events are only counted.
    private static bool CanSkip(FactBlock block, ListRequest request, FirstPositions first) => request.Order switch
    {
        ListOrder.Number => first.IsFull || block.LastId <= request.After?.Id,
        ListOrder.Newest => first.IsFull || block.FirstId >= request.After?.Id,
        _ => false,
    };

    private static void Add(FactBlock block, ReadOnlySpan<ulong> bits, ListOrder order, FirstPositions first)
    {
        for (var word = 0; word < bits.Length; word++)
        {
            for (var rest = bits[word]; rest != 0; rest &= rest - 1)
            {
                var row = (word * RangeBits.Group) + BitOperations.TrailingZeroCount(rest);
                first.Add(new ListPosition(KeyOf(block.Ids[row], block.Commits[row], order), block.Ids[row]));
            }
        }
    }

    private static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits) count += BitOperations.PopCount(word);
        return count;
    }

    private static long KeyOf(long id, long commit, ListOrder order) => order switch
    {
        ListOrder.Change => commit,
        ListOrder.Newest => -id,
        _ => 0,
    };
}
