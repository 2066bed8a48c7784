using Actors.Search.Query;

namespace Actors.Search.Index;

/// <summary>How well a document fits a word: the class first, then the weight of the field the word stands in. More is better, 0 is not at all.</summary>
internal static class Quality
{
    /// <summary>Weights of fields are from 1 to this.</summary>
    public const int MaxWeight = (1 << Posting.WeightBits) - 1;

    public static byte Of(MatchClass match, int weight) => (byte)(((int)match << Posting.WeightBits) | weight);

    public static MatchClass ClassOf(byte quality) => (MatchClass)(quality >> Posting.WeightBits);
}
