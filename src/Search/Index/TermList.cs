namespace Actors.Search.Index;

/// <summary>Words in ordinal order, packed into one array.</summary>
internal sealed class TermList
{
    private readonly char[] _letters;
    private readonly int[] _starts;
    private readonly byte[] _shared;

    /// <param name="letters">The letters of all words, in ordinal order without duplicates.</param>
    /// <param name="starts">The start of each word, and the end of the last one. A word has at most 255 letters.</param>
    public TermList(char[] letters, int[] starts)
    {
        (_letters, _starts, _shared) = (letters, starts, new byte[starts.Length - 1]);
        for (var i = 1; i < _shared.Length; i++) _shared[i] = (byte)this[i].CommonPrefixLength(this[i - 1]);
    }

    /// <summary>Creates a list of words that are in ordinal order without duplicates.</summary>
    public static TermList Of(IEnumerable<string> sorted)
    {
        var list = new TermListBuilder();
        foreach (var word in sorted) list.Add(word);
        return list.ToList();
    }

    public int Count => _shared.Length;

    /// <summary>Memory use in bytes.</summary>
    public long Bytes => (_letters.Length * sizeof(char)) + (_starts.Length * sizeof(int)) + _shared.Length;

    public ReadOnlySpan<char> this[int index] => _letters.AsSpan(_starts[index], _starts[index + 1] - _starts[index]);

    /// <summary>The length of the common prefix of a word and the word before it.</summary>
    public int SharedWithPrevious(int index) => _shared[index];

    /// <summary>
    /// The first word at or after <paramref name="from"/> whose common prefix with the word before it is shorter than <paramref name="depth"/>.
    /// </summary>
    public int NextSharingLess(int from, int depth)
    {
        if (depth > byte.MaxValue) return from;
        var found = _shared.AsSpan(from).IndexOfAnyInRange((byte)0, (byte)(depth - 1));
        return found < 0 ? Count : from + found;
    }

    /// <summary>The position of a word, or a negative number.</summary>
    public int IndexOf(ReadOnlySpan<char> term)
    {
        var at = FirstNotBefore(term);
        return at < Count && this[at].SequenceEqual(term) ? at : -1;
    }

    /// <summary>The range of words with a prefix; the end is exclusive.</summary>
    public (int From, int To) StartingWith(ReadOnlySpan<char> prefix)
    {
        var from = FirstNotBefore(prefix);
        int low = from, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].StartsWith(prefix, StringComparison.Ordinal)) low = middle + 1;
            else high = middle;
        }

        return (from, low);
    }

    private int FirstNotBefore(ReadOnlySpan<char> term)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (this[middle].SequenceCompareTo(term) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
