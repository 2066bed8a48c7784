namespace Actors.Search.Typos;

/// <summary>Where each letter stands in a pattern of at most 63: bit <c>j</c> is the <c>j</c>-th letter, from 1 on.</summary>
internal readonly ref struct PatternLetters
{
    /// <summary>Places of the table: more than letters, so that a free one ends every search.</summary>
    public const int Size = 128;

    private readonly Span<char> _letters;
    private readonly Span<ulong> _places;

    public PatternLetters(ReadOnlySpan<char> pattern, Span<char> letters, Span<ulong> places)
    {
        _letters = letters;
        _places = places;
        letters[..Size].Clear();
        places[..Size].Clear();
        for (var i = 0; i < pattern.Length; i++)
        {
            var at = Find(pattern[i]);
            letters[at] = pattern[i];
            places[at] |= 2UL << i;
        }
    }

    /// <summary>The places of a letter; none for those that the pattern has not.</summary>
    public ulong PlacesOf(char letter) => _places[Find(letter)];

    private int Find(char letter)
    {
        var at = letter % Size;
        while (_letters[at] != letter && _letters[at] != '\0') at = (at + 1) % Size;
        return at;
    }
}
