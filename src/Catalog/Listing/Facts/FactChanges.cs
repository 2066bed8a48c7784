using System.Collections.Immutable;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Listing.Facts;

/// <summary>Puts changed events into blocks: only blocks with changes are made anew.</summary>
internal static class FactChanges
{
    /// <param name="blocks">Blocks by rising number.</param>
    /// <param name="changed">Events that replace those of the same number or are new, by rising number.</param>
    /// <param name="places">Names of places.</param>
    public static ImmutableArray<FactBlock> Apply(ImmutableArray<FactBlock> blocks, IReadOnlyList<EventFacts> changed, PlaceNames places)
    {
        var result = ImmutableArray.CreateBuilder<FactBlock>(blocks.Length + 1);
        var next = 0;
        for (var i = 0; i < blocks.Length; i++)
        {
            // Numbers after the last block go into the last one, while there is room.
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

    // A block that others may be put into again is parted in halves; what comes at the end fills blocks up.
    private static int SizeFor(FactBlock? block, IReadOnlyList<EventFacts> changed) =>
        block is null || changed[0].Id > block.LastId || block.Count + changed.Count <= FactBlock.Size ? FactBlock.Size : FactBlock.Size / 2;
}
