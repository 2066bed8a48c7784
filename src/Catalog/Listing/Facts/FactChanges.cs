using System.Collections.Immutable;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>Applies changed events to blocks: only blocks with changes are rebuilt.</summary>
internal static class FactChanges
{
    /// <param name="blocks">Blocks in the order of their numbers.</param>
    /// <param name="changed">New and changed events in the order of their numbers.</param>
    /// <param name="places">The numbers of places.</param>
    public static ImmutableArray<FactBlock> Apply(ImmutableArray<FactBlock> blocks, IReadOnlyList<EventFacts> changed, PlaceNames places)
    {
        var result = ImmutableArray.CreateBuilder<FactBlock>(blocks.Length + 1);
        var next = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            // Numbers above the last block are added to it.
            var from = next;
            while (next < changed.Count && (i == blocks.Length - 1 || changed[next].Id < blocks[i + 1].FirstId)) next++;
            if (from == next) result.Add(blocks[i]);
            else result.AddRange(Merged(blocks[i], [.. changed.Skip(from).Take(next - from)], places));
        }

        if (blocks.IsEmpty && changed.Count > 0) result.AddRange(Merged(null, changed, places));
        return result.ToImmutable();
    }

    private static List<FactBlock> Merged(FactBlock? block, IReadOnlyList<EventFacts> changed, PlaceNames places)
    {
        var builder = new FactBlockBuilder(places, SizeFor(block, changed));
        var row = 0;
        foreach (var e in changed)
        {
            for (; row < block?.Count && block.Ids[row] < e.Id; row++) builder.Add(block, row);
            if (row < block?.Count && block.Ids[row] == e.Id) row++;
            builder.Add(e);
        }

        for (; row < block?.Count; row++) builder.Add(block, row);
        return builder.ToBlocks();
    }

    // Insertions split a full block into halves, so that later ones find room. Appended events fill blocks completely.
    private static int SizeFor(FactBlock? block, IReadOnlyList<EventFacts> changed) =>
        block is null || changed[0].Id > block.LastId || block.Count + changed.Count <= FactBlock.Size ? FactBlock.Size : FactBlock.Size / 2;
}
