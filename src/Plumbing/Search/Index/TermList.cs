namespace Actors.Plumbing.Search.Index;

/// <summary>Words in ordinal order, packed into one array.</summary>
internal sealed class TermList
{
    private readonly char[] _letters;
    private readonly int[] _starts;
    private readonly byte[] _shared;

    /// <param name="sorted">The words, in ordinal order, each once, at most 255 characters.</param>
    public TermList(IReadOnlyList<string> sorted)
    {
        _letters = new char[sorted.Sum(term => term.Length)];
        _starts = new int[sorted.Count + 1];
        _shared = new byte[sorted.Count];
        for (var i = 0; i < sorted.Count; i++)
        {
            sorted[i].CopyTo(0, _letters, _starts[i], sorted[i].Length);
            _starts[i + 1] = _starts[i] + sorted[i].Length;
            if (i > 0) _shared[i] = (byte)this[i].CommonPrefixLength(this[i - 1]);
        }
    }

    public int Count => _shared.Length;

    /// <summary>Bytes it takes.</summary>
    public long Bytes => (_letters.Length * sizeof(char)) + (_starts.Length * sizeof(int)) + _shared.Length;

    public ReadOnlySpan<char> this[int index] => _letters.AsSpan(_starts[index], _starts[index + 1] - _starts[index]);

    /// <summary>With how many letters a word begins as the one before it.</summary>
    public int SharedWithPrevious(int index) => _shared[index];

    /// <summary>The first word from <paramref name="from"/> on that shares fewer than <paramref name="depth"/> letters with the one before it.</summary>
    public int NextSharingLess(int from, int depth)
    {
        if (depth > byte.MaxValue) return from;
        var found = _shared.AsSpan(from).IndexOfAnyInRange((byte)0, (byte)(depth - 1));
        return found < 0 ? Count : from + found;
    }

    /// <summary>The word's place, or a negative number.</summary>
    public int IndexOf(ReadOnlySpan<char> term)
    {
        var at = FirstNotBefore(term);
        return at < Count && this[at].SequenceEqual(term) ? at : -1;
    }

    /// <summary>The words that begin so: from the first to the one after the last.</summary>
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
