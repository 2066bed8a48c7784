namespace Actors.Search.Typos;

/// <summary>
/// Distances between a pattern and a word that grows and shrinks at its end: insertions, deletions, replacements and swaps of neighbours count
/// one each. Row n holds the distances of the word's first n letters to every beginning of the pattern, exact up to the bound.
/// </summary>
internal interface IDistance
{
    /// <summary>How many letters of a word can matter.</summary>
    int MaxDepth { get; }

    /// <summary>Distance of the word's first <paramref name="depth"/> letters to the pattern's first <paramref name="length"/>.</summary>
    int At(int depth, int length);

    /// <summary>Computes row <paramref name="depth"/> from the rows before it.</summary>
    /// <returns>False when no word that begins so can come within the bound again.</returns>
    bool Extend(ReadOnlySpan<char> word, int depth);
}
