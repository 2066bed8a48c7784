using System.Buffers;
using Actors.Search.Query;

namespace Actors.Search.Index;

/// <summary>The words of a segment that match a query word, each with its best match class. Dispose it: its arrays are pooled.</summary>
internal sealed class TermMatches : IDisposable
{
    private readonly Segment _segment;
    private readonly byte[] _best;
    private readonly int[] _found;
    private int _count;

    public TermMatches(Segment segment)
    {
        (_segment, _best) = (segment, ArrayPool<byte>.Shared.Rent(segment.Terms.Count));
        _found = ArrayPool<int>.Shared.Rent(segment.Terms.Count);
        _best.AsSpan(0, segment.Terms.Count).Clear();
    }

    public void Add(int term, MatchClass match)
    {
        ref var best = ref _best[term];
        if (best == 0) _found[_count++] = term;
        best = Math.Max(best, (byte)match);
    }

    /// <summary>Raises the qualities of the documents that contain the words; visits the documents of each word once.</summary>
    public void Raise(Span<byte> qualities)
    {
        foreach (var term in _found.AsSpan(0, _count)) _segment.Raise(term, (MatchClass)_best[term], qualities);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_best);
        ArrayPool<int>.Shared.Return(_found);
    }
}
