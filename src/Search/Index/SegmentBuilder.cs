using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Actors.Search.Index;

/// <summary>
/// Collects the words of documents, then sorts both. AggressiveOptimization skips tiered compilation, because the loops do most of their work in the
/// first second of a process.
/// </summary>
internal sealed class SegmentBuilder
{
    private readonly WordTable _words = new();
    private readonly List<(int Word, uint Posting)> _postings = [];

    /// <summary>For each word: the position of its last posting, plus one.</summary>
    private readonly List<int> _last = [];
    private readonly List<long> _ids = [];
    private readonly List<byte> _lengths = [];

    /// <summary>Begins a document.</summary>
    /// <returns>Its position in the segment.</returns>
    public int Begin(long id)
    {
        _ids.Add(id);
        _lengths.Add(0);
        return _ids.Count - 1;
    }

    /// <summary>Sets the number of words of the last document's most important field.</summary>
    public void SetLength(byte length) => _lengths[^1] = length;

    /// <summary>Adds a word that a document contains in a field of this weight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<char> text, int document, int weight)
    {
        var word = _words.NumberOf(text);
        if (word == _last.Count) _last.Add(0);
        var last = _last[word] - 1;
        if (last >= 0 && Posting.DocumentOf(_postings[last].Posting) == document)
        {
            if (Posting.WeightOf(_postings[last].Posting) < weight) _postings[last] = (word, Posting.Of(document, weight));
            return;
        }

        _postings.Add((word, Posting.Of(document, weight)));
        _last[word] = _postings.Count;
    }

    public Segment Build()
    {
        var (words, documents) = (_words.InOrder(), DocumentOrder());
        var (starts, postings) = Postings(PositionsOf(words), PositionsOf(documents));
        var terms = new TermListBuilder();
        foreach (var word in words) terms.Add(_words[word]);
        return new Segment
        {
            Ids = Array.ConvertAll(documents, document => _ids[document]),
            Lengths = Array.ConvertAll(documents, document => _lengths[document]),
            Terms = terms.ToList(),
            Starts = starts,
            Postings = postings,
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] Starts, uint[] Postings) Postings(int[] wordPositions, int[] documentPositions)
    {
        var starts = new int[wordPositions.Length + 1];
        foreach (var (word, _) in CollectionsMarshal.AsSpan(_postings)) starts[wordPositions[word] + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var next = starts.AsSpan(0, wordPositions.Length).ToArray();
        var sorted = new uint[_postings.Count];
        foreach (var (word, posting) in CollectionsMarshal.AsSpan(_postings))
            sorted[next[wordPositions[word]]++] = Posting.Of(documentPositions[Posting.DocumentOf(posting)], Posting.WeightOf(posting));
        return (starts, sorted);
    }

    private int[] DocumentOrder()
    {
        var order = Enumerable.Range(0, _ids.Count).ToArray();
        Array.Sort(_ids.ToArray(), order);
        return order;
    }

    private static int[] PositionsOf(int[] order)
    {
        var positions = new int[order.Length];
        for (var position = 0; position < order.Length; position++) positions[order[position]] = position;
        return positions;
    }
}
