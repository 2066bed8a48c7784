using System.Runtime.CompilerServices;

namespace Actors.Search.Index;

/// <summary>Merges segments in one pass over their sorted words. Only documents are sorted.</summary>
internal sealed class SegmentMerge
{
    private readonly LiveSegment[] _parts;

    /// <summary>For each part: the new positions of its documents, negative for deleted ones.</summary>
    private readonly int[][] _positions;

    /// <summary>For each part: the position of its next word.</summary>
    private readonly int[] _heads;
    private readonly TermListBuilder _terms = new();
    private readonly List<int> _starts = [0];
    private readonly uint[] _postings;
    private int _copied;

    private SegmentMerge(LiveSegment[] parts)
    {
        _parts = parts;
        _heads = new int[parts.Length];
        _positions = Array.ConvertAll(parts, part => new int[part.Segment.Ids.Length]);
        _postings = new uint[parts.Sum(part => part.Segment.Postings.Length)];
    }

    public static Segment Of(IEnumerable<LiveSegment> parts) => new SegmentMerge([.. parts]).Merge();

    private Segment Merge()
    {
        var (ids, lengths) = PlaceDocuments();
        while (NextPart() is >= 0 and var part) CopyWord(_parts[part].Segment.Terms[_heads[part]]);
        return new Segment
        {
            Ids = ids,
            Lengths = lengths,
            Terms = _terms.ToList(),
            Starts = [.. _starts],
            Postings = _copied == _postings.Length ? _postings : _postings[.._copied],
        };
    }

    private (long[] Ids, byte[] Lengths) PlaceDocuments()
    {
        var all = new List<(int Part, int Document)>();
        for (var part = 0; part < _parts.Length; part++)
        {
            for (var document = 0; document < _positions[part].Length; document++)
            {
                _positions[part][document] = -1;
                if (!_parts[part].IsDeleted(document)) all.Add((part, document));
            }
        }

        long[] ids = [.. all.Select(at => _parts[at.Part].Segment.Ids[at.Document])];
        var order = all.ToArray();
        Array.Sort(ids, order);
        for (var position = 0; position < order.Length; position++) _positions[order[position].Part][order[position].Document] = position;
        return (ids, Array.ConvertAll(order, at => _parts[at.Part].Segment.Lengths[at.Document]));
    }

    // The part with the smallest next word; negative when there are no more words.
    private int NextPart()
    {
        var first = -1;
        for (var part = 0; part < _parts.Length; part++)
        {
            var terms = _parts[part].Segment.Terms;
            if (_heads[part] == terms.Count) continue;
            if (first < 0 || terms[_heads[part]].SequenceCompareTo(_parts[first].Segment.Terms[_heads[first]]) < 0) first = part;
        }

        return first;
    }

    private void CopyWord(ReadOnlySpan<char> word)
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            var segment = _parts[part].Segment;
            if (_heads[part] < segment.Terms.Count && segment.Terms[_heads[part]].SequenceEqual(word)) CopyPostings(segment.PostingsOf(_heads[part]++), _positions[part]);
        }

        // A word without remaining documents is dropped.
        if (_copied == _starts[^1]) return;
        _terms.Add(word);
        _starts.Add(_copied);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyPostings(ReadOnlySpan<uint> postings, int[] positions)
    {
        foreach (var posting in postings)
        {
            var position = positions[Posting.DocumentOf(posting)];
            if (position >= 0) _postings[_copied++] = Posting.Of(position, Posting.WeightOf(posting));
        }
    }
}
