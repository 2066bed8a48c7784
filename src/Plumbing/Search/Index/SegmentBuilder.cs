using System.Runtime.InteropServices;
using Actors.Plumbing.Search.Stems;

namespace Actors.Plumbing.Search.Index;

/// <summary>Collects which documents have which words, then sorts both.</summary>
internal sealed class SegmentBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _words = [];
    private readonly List<(int Word, uint Posting)> _postings = [];

    /// <summary>For each word: where its last posting is, plus one.</summary>
    private readonly List<int> _last = [];
    private readonly List<long> _ids = [];
    private readonly List<byte> _lengths = [];

    public SegmentBuilder() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Begins a document; what is added next belongs to it.</summary>
    /// <returns>Its place.</returns>
    public int Begin(long id)
    {
        _ids.Add(id);
        _lengths.Add(0);
        return _ids.Count - 1;
    }

    /// <summary>Says how many words the most important field of the last document has.</summary>
    public void SetLength(byte length) => _lengths[^1] = length;

    /// <summary>Says that a document has a word in a field of this weight.</summary>
    public void Add(ReadOnlySpan<char> text, int document, int weight)
    {
        var word = NumberOf(text);
        var last = _last[word] - 1;
        var postings = CollectionsMarshal.AsSpan(_postings);
        if (last >= 0 && Posting.DocumentOf(postings[last].Posting) == document)
        {
            if (Posting.WeightOf(postings[last].Posting) < weight) postings[last].Posting = Posting.Of(document, weight);
            return;
        }

        _postings.Add((word, Posting.Of(document, weight)));
        _last[word] = _postings.Count;
    }

    public Segment Build()
    {
        string[] words = [.. _words];
        var order = Enumerable.Range(0, words.Length).ToArray();
        Array.Sort(words, order, StringComparer.Ordinal);
        var documents = DocumentOrder();
        var (starts, postings) = Postings(PlacesOf(order), PlacesOf(documents));
        return new Segment
        {
            Ids = Array.ConvertAll(documents, document => _ids[document]),
            Lengths = Array.ConvertAll(documents, document => _lengths[document]),
            Terms = TermList.Of(words),
            Stems = Array.ConvertAll(words, word => (byte)RussianStemmer.StemLength(word)),
            Starts = starts,
            Postings = postings,
        };
    }

    private int NumberOf(ReadOnlySpan<char> word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, word, out var known);
        if (known) return number;
        number = _words.Count;
        _words.Add(word.ToString());
        _last.Add(0);
        return number;
    }

    private (int[] Starts, uint[] Postings) Postings(int[] wordPlaces, int[] documentPlaces)
    {
        var starts = new int[_words.Count + 1];
        foreach (var (word, _) in _postings) starts[wordPlaces[word] + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var next = starts.AsSpan(0, _words.Count).ToArray();
        var sorted = new uint[_postings.Count];
        foreach (var (word, posting) in _postings)
            sorted[next[wordPlaces[word]]++] = Posting.Of(documentPlaces[Posting.DocumentOf(posting)], Posting.WeightOf(posting));
        return (starts, sorted);
    }

    private int[] DocumentOrder()
    {
        var order = Enumerable.Range(0, _ids.Count).ToArray();
        Array.Sort(_ids.ToArray(), order);
        return order;
    }

    private static int[] PlacesOf(int[] order)
    {
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        return places;
    }
}
