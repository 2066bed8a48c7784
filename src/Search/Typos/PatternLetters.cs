namespace Actors.Search.Typos;

/// <summary>The positions of each letter in a pattern of at most 63 letters, as bits; bit 1 is the first letter.</summary>
internal readonly ref struct PatternLetters
{
    /// <summary>The table size: greater than the number of letters, so that a free entry ends every search.</summary>
    public const int Size = 128;

    private readonly Span<char> _letters;
    private readonly Span<ulong> _positions;

    public PatternLetters(ReadOnlySpan<char> pattern, Span<char> letters, Span<ulong> positions)
    {
        _letters = letters;
        _positions = positions;
        letters[..Size].Clear();
        positions[..Size].Clear();
        for (var i = 0; i < pattern.Length; i++)
        {
            var at = Find(pattern[i]);
            letters[at] = pattern[i];
            positions[at] |= 2UL << i;
        }
    }

    /// <summary>The positions of a letter; 0 if the pattern does not contain it.</summary>
    public ulong PositionsOf(char letter) => _positions[Find(letter)];

    private int Find(char letter)
    {
        var at = letter % Size;
        while (_letters[at] != letter && _letters[at] != '\0') at = (at + 1) % Size;
        return at;
    }
}
