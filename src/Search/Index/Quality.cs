using Actors.Search.Query;

namespace Actors.Search.Index;

/// <summary>
/// How well a document matches a word: the match class in the high bits, the field weight in the low bits. Higher is better, 0 is no match.
/// </summary>
internal static class Quality
{
    /// <summary>Field weights range from 1 to this value.</summary>
    public const int MaxWeight = (1 << Posting.WeightBits) - 1;

    public static byte Of(MatchClass match, int weight) => (byte)(((int)match << Posting.WeightBits) | weight);

    public static MatchClass ClassOf(byte quality) => (MatchClass)(quality >> Posting.WeightBits);
}
