namespace Actors.Search.Typos;

/// <summary>How many typos a word may have: a short word with one is another word.</summary>
internal static class TypoBudget
{
    /// <summary>From this length on one typo is forgiven.</summary>
    public const int One = 4;

    /// <summary>From this length on two typos are forgiven.</summary>
    public const int Two = 8;

    /// <summary>None for words with digits: another number means another thing.</summary>
    public static int Of(ReadOnlySpan<char> word) =>
        word.Length < One || word.ContainsAnyInRange('0', '9') ? 0 : word.Length < Two ? 1 : 2;
}
