using System.Runtime.CompilerServices;

namespace Actors.Search.Index;

/// <summary>Numbers words in the order in which they come. Millions of words pass through it, most of them known: it makes no texts of them.</summary>
internal sealed class WordTable
{
    private const int FirstSize = 1024;

    private char[] _letters = new char[FirstSize * 4];
    private int[] _starts = new int[FirstSize];

    /// <summary>Places by hash: numbers of words plus one; zero where there is none. At most half of them are taken.</summary>
    private int[] _places = new int[FirstSize];

    /// <summary>How many words it has.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int word] => _letters.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    /// <summary>The number of a word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int NumberOf(ReadOnlySpan<char> word)
    {
        var places = _places;
        var at = HashOf(word) & (places.Length - 1);
        while (places[at] is > 0 and var taken)
        {
            if (this[taken - 1].SequenceEqual(word)) return taken - 1;
            at = (at + 1) & (places.Length - 1);
        }

        places[at] = Add(word);
        return Count - 1;
    }

    /// <summary>The numbers of the words in ordinal order.</summary>
    public int[] InOrder()
    {
        var order = Enumerable.Range(0, Count).ToArray();
        Array.Sort(order, (a, b) => this[a].SequenceCompareTo(this[b]));
        return order;
    }

    private int Add(ReadOnlySpan<char> word)
    {
        var start = _starts[Count];
        if (start + word.Length > _letters.Length) Array.Resize(ref _letters, _letters.Length * 2);
        if (Count + 2 > _starts.Length) Array.Resize(ref _starts, _starts.Length * 2);
        word.CopyTo(_letters.AsSpan(start));
        _starts[++Count] = start + word.Length;
        if (Count * 2 > _places.Length) Grow();
        return Count;
    }

    private void Grow()
    {
        var places = new int[_places.Length * 2];
        for (var word = 0; word < Count - 1; word++) places[Free(places, this[word])] = word + 1;
        _places = places;
        places[Free(places, this[Count - 1])] = Count;
    }

    private static int Free(int[] places, ReadOnlySpan<char> word)
    {
        var at = HashOf(word) & (places.Length - 1);
        while (places[at] > 0) at = (at + 1) & (places.Length - 1);
        return at;
    }

    // With a seed of the process: nobody can choose words that meet in one place.
    private static int HashOf(ReadOnlySpan<char> word) => string.GetHashCode(word);
}
