namespace Actors.Plumbing.Search.Index;

/// <summary>How well a document fits a word: the class first, then the weight of the field the word stands in. More is better, 0 is not at all.</summary>
internal static class Quality
{
    private const int WeightBits = 4;

    /// <summary>Weights of fields are from 1 to this.</summary>
    public const int MaxWeight = (1 << WeightBits) - 1;

    public static byte Of(MatchClass match, int weight) => (byte)(((int)match << WeightBits) | weight);

    public static MatchClass ClassOf(byte quality) => (MatchClass)(quality >> WeightBits);
}
