using System.Buffers;
using System.Collections.Immutable;
using Actors.Search.Query;

namespace Actors.Search.Index;

/// <summary>Rates documents against a slot. A slot counts as its best alternative, an alternative as its worst word.</summary>
internal static class SlotMatch
{
    /// <param name="segment">The segment with the documents.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="best">Receives the quality of each document.</param>
    public static void Collect(Segment segment, QuerySlot slot, byte[] best)
    {
        best.AsSpan(0, segment.Ids.Length).Clear();
        using var single = new TermMatches(segment);
        foreach (var words in slot.Alternatives)
        {
            if (words.Length == 1) SegmentMatch.Collect(segment, words[0], single);
            else CollectAll(segment, words, best);
        }

        single.Raise(best);
    }

    private static void CollectAll(Segment segment, ImmutableArray<QueryWord> words, byte[] best)
    {
        var count = segment.Ids.Length;
        var (all, one) = (ArrayPool<byte>.Shared.Rent(count), ArrayPool<byte>.Shared.Rent(count));
        all.AsSpan(0, count).Fill(byte.MaxValue);
        foreach (var word in words)
        {
            one.AsSpan(0, count).Clear();
            using var matches = new TermMatches(segment);
            SegmentMatch.Collect(segment, word, matches);
            matches.Raise(one);
            if (!Qualities.KeepWorst(all.AsSpan(0, count), one.AsSpan(0, count))) break;
        }

        Qualities.KeepBest(best.AsSpan(0, count), all.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(all);
        ArrayPool<byte>.Shared.Return(one);
    }
}
