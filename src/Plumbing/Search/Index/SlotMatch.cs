using System.Buffers;
using System.Collections.Immutable;
using Actors.Plumbing.Search.Query;

namespace Actors.Plumbing.Search.Index;

/// <summary>How well documents fit a slot: as well as their best alternative, which fits as its worst word does.</summary>
internal static class SlotMatch
{
    public static void Collect(Segment segment, QuerySlot slot, byte[] best)
    {
        best.AsSpan(0, segment.Ids.Length).Clear();
        foreach (var words in slot.Alternatives)
        {
            if (words.Length == 1) SegmentMatch.Collect(segment, words[0], best);
            else CollectAll(segment, words, best);
        }
    }

    private static void CollectAll(Segment segment, ImmutableArray<QueryWord> words, byte[] best)
    {
        var count = segment.Ids.Length;
        var (all, one) = (ArrayPool<byte>.Shared.Rent(count), ArrayPool<byte>.Shared.Rent(count));
        all.AsSpan(0, count).Fill(byte.MaxValue);
        foreach (var word in words)
        {
            one.AsSpan(0, count).Clear();
            SegmentMatch.Collect(segment, word, one);
            for (var i = 0; i < count; i++) all[i] = Math.Min(all[i], one[i]);
        }

        for (var i = 0; i < count; i++) best[i] = Math.Max(best[i], all[i]);
        ArrayPool<byte>.Shared.Return(all);
        ArrayPool<byte>.Shared.Return(one);
    }
}
