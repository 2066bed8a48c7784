namespace Actors.Search.Typos;

/// <summary>The number of typos that are tolerated in a word; none in short words, which would become other words.</summary>
internal static class TypoBudget
{
    /// <summary>The minimum length for one typo.</summary>
    public const int One = 4;

    /// <summary>The minimum length for two typos.</summary>
    public const int Two = 8;

    /// <summary>The budget of a word; 0 for words with digits, because another number means something else.</summary>
    public static int Of(ReadOnlySpan<char> word) =>
        word.Length < One || word.ContainsAnyInRange('0', '9') ? 0 : word.Length < Two ? 1 : 2;
}
