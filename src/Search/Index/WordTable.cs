using System.Runtime.CompilerServices;

namespace Actors.Search.Index;

/// <summary>
/// A hash table that numbers distinct words in the order of insertion. It allocates no strings, because millions of words pass through it, most of
/// them known.
/// </summary>
internal sealed class WordTable
{
    private const int FirstSize = 1024;

    private char[] _letters = new char[FirstSize * 4];
    private int[] _starts = new int[FirstSize];

    /// <summary>Open-addressing buckets: word number plus one, or zero if free. At most half of them are used.</summary>
    private int[] _buckets = new int[FirstSize];

    /// <summary>The number of words.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<char> this[int word] => _letters.AsSpan(_starts[word], _starts[word + 1] - _starts[word]);

    /// <summary>Returns the number of a word; adds it if necessary.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int NumberOf(ReadOnlySpan<char> word)
    {
        var buckets = _buckets;
        var at = HashOf(word) & (buckets.Length - 1);
        while (buckets[at] is > 0 and var used)
        {
            if (this[used - 1].SequenceEqual(word)) return used - 1;
            at = (at + 1) & (buckets.Length - 1);
        }

        buckets[at] = Add(word);
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
        if (Count * 2 > _buckets.Length) Grow();
        return Count;
    }

    private void Grow()
    {
        var buckets = new int[_buckets.Length * 2];
        for (var word = 0; word < Count - 1; word++) buckets[Free(buckets, this[word])] = word + 1;
        _buckets = buckets;
        buckets[Free(buckets, this[Count - 1])] = Count;
    }

    private static int Free(int[] buckets, ReadOnlySpan<char> word)
    {
        var at = HashOf(word) & (buckets.Length - 1);
        while (buckets[at] > 0) at = (at + 1) & (buckets.Length - 1);
        return at;
    }

    // The hash is randomised per process, so an attacker cannot cause collisions.
    private static int HashOf(ReadOnlySpan<char> word) => string.GetHashCode(word);
}
