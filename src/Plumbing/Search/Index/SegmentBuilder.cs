using System.Runtime.InteropServices;
using Actors.Plumbing.Search.Stems;

namespace Actors.Plumbing.Search.Index;

/// <summary>Collects which documents have which words, then sorts both.</summary>
internal sealed class SegmentBuilder
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly List<Posting> _postings = [];

    /// <summary>For each word: where its last posting is, plus one.</summary>
    private readonly List<int> _last = [];
    private readonly List<long> _ids = [];
    private readonly List<byte> _lengths = [];

    private readonly record struct Posting(int Word, int Document, byte Weight);

    /// <summary>Begins a document; what is added next belongs to it.</summary>
    /// <returns>Its place.</returns>
    public int Begin(long id, byte length)
    {
        _ids.Add(id);
        _lengths.Add(length);
        return _ids.Count - 1;
    }

    /// <summary>The number of a word in this builder.</summary>
    public int NumberOf(ReadOnlySpan<char> word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers.GetAlternateLookup<ReadOnlySpan<char>>(), word, out var known);
        if (known) return number;
        number = _words.Count;
        _words.Add(word.ToString());
        _last.Add(0);
        return number;
    }

    /// <summary>Says that a document has a word in a field of this weight.</summary>
    public void Add(int word, int document, byte weight)
    {
        var last = _last[word] - 1;
        if (last >= 0 && _postings[last].Document == document)
        {
            if (_postings[last].Weight < weight) _postings[last] = _postings[last] with { Weight = weight };
            return;
        }

        _postings.Add(new Posting(word, document, weight));
        _last[word] = _postings.Count;
    }

    public Segment Build()
    {
        var words = Order(_words.Count, (a, b) => string.CompareOrdinal(_words[a], _words[b]));
        var documents = Order(_ids.Count, (a, b) => _ids[a].CompareTo(_ids[b]));
        var sorted = Array.ConvertAll(words, word => _words[word]);
        var (starts, places, weights) = Postings(PlacesOf(words), PlacesOf(documents));
        return new Segment
        {
            Ids = Array.ConvertAll(documents, document => _ids[document]),
            Lengths = Array.ConvertAll(documents, document => _lengths[document]),
            Terms = new TermList(sorted),
            Stems = Array.ConvertAll(sorted, word => (byte)RussianStemmer.StemLength(word)),
            Starts = starts,
            Documents = places,
            Weights = weights,
            Sounds = new SoundList(sorted),
        };
    }

    private (int[] Starts, int[] Documents, byte[] Weights) Postings(int[] wordPlaces, int[] documentPlaces)
    {
        var starts = new int[_words.Count + 1];
        foreach (var posting in _postings) starts[wordPlaces[posting.Word] + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var next = starts.AsSpan(0, _words.Count).ToArray();
        var (documents, weights) = (new int[_postings.Count], new byte[_postings.Count]);
        foreach (var posting in _postings)
        {
            var at = next[wordPlaces[posting.Word]]++;
            (documents[at], weights[at]) = (documentPlaces[posting.Document], posting.Weight);
        }

        return (starts, documents, weights);
    }

    private static int[] Order(int count, Comparison<int> compare)
    {
        var order = Enumerable.Range(0, count).ToArray();
        Array.Sort(order, compare);
        return order;
    }

    private static int[] PlacesOf(int[] order)
    {
        var places = new int[order.Length];
        for (var place = 0; place < order.Length; place++) places[order[place]] = place;
        return places;
    }
}
