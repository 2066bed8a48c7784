using System.Runtime.CompilerServices;

namespace Actors.Search.Index;

/// <summary>Makes one segment of several, in one pass over their words, which stand in the same order in all of them: nothing is sorted or looked up but documents.</summary>
internal sealed class SegmentMerge
{
    private readonly LiveSegment[] _parts;

    /// <summary>For each part: the new places of its documents, less than zero for those that are gone.</summary>
    private readonly int[][] _places;

    /// <summary>For each part: its next word.</summary>
    private readonly int[] _heads;
    private readonly TermListBuilder _terms = new();
    private readonly List<int> _starts = [0];
    private readonly uint[] _postings;
    private int _taken;

    private SegmentMerge(LiveSegment[] parts)
    {
        _parts = parts;
        _heads = new int[parts.Length];
        _places = Array.ConvertAll(parts, part => new int[part.Segment.Ids.Length]);
        _postings = new uint[parts.Sum(part => part.Segment.Postings.Length)];
    }

    public static Segment Of(IEnumerable<LiveSegment> parts) => new SegmentMerge([.. parts]).Merge();

    private Segment Merge()
    {
        var (ids, lengths) = PlaceDocuments();
        while (NextPart() is >= 0 and var part) TakeWord(_parts[part].Segment.Terms[_heads[part]]);
        return new Segment
        {
            Ids = ids,
            Lengths = lengths,
            Terms = _terms.ToList(),
            Starts = [.. _starts],
            Postings = _taken == _postings.Length ? _postings : _postings[.._taken],
        };
    }

    private (long[] Ids, byte[] Lengths) PlaceDocuments()
    {
        var all = new List<(int Part, int Document)>();
        for (var part = 0; part < _parts.Length; part++)
        {
            for (var document = 0; document < _places[part].Length; document++)
            {
                _places[part][document] = -1;
                if (!_parts[part].IsGone(document)) all.Add((part, document));
            }
        }

        long[] ids = [.. all.Select(at => _parts[at.Part].Segment.Ids[at.Document])];
        var order = all.ToArray();
        Array.Sort(ids, order);
        for (var place = 0; place < order.Length; place++) _places[order[place].Part][order[place].Document] = place;
        return (ids, Array.ConvertAll(order, at => _parts[at.Part].Segment.Lengths[at.Document]));
    }

    // The part whose next word is the first of all; less than zero when there are no more words.
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

    private void TakeWord(ReadOnlySpan<char> word)
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            var segment = _parts[part].Segment;
            if (_heads[part] < segment.Terms.Count && segment.Terms[_heads[part]].SequenceEqual(word)) TakePostings(segment.PostingsOf(_heads[part]++), _places[part]);
        }

        // Without documents it is no word of the index any more.
        if (_taken == _starts[^1]) return;
        _terms.Add(word);
        _starts.Add(_taken);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TakePostings(ReadOnlySpan<uint> postings, int[] places)
    {
        foreach (var posting in postings)
        {
            var place = places[Posting.DocumentOf(posting)];
            if (place >= 0) _postings[_taken++] = Posting.Of(place, Posting.WeightOf(posting));
        }
    }
}
