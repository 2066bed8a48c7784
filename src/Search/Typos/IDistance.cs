namespace Actors.Search.Typos;

/// <summary>
/// Edit distances between a pattern and a word that is extended letter by letter. Insertions, deletions, replacements and swaps of neighbours count
/// one each. Row n holds the distances of the word's first n letters to every prefix of the pattern, exact up to the bound.
/// </summary>
internal interface IDistance
{
    /// <summary>The number of letters of a word that can matter.</summary>
    int MaxDepth { get; }

    /// <summary>Distance of the word's first <paramref name="depth"/> letters to the pattern's first <paramref name="length"/>.</summary>
    int At(int depth, int length);

    /// <summary>Computes row <paramref name="depth"/> from the rows before it.</summary>
    /// <returns>False if no word with this prefix can be within the bound.</returns>
    bool Extend(ReadOnlySpan<char> word, int depth);
}
