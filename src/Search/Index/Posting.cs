namespace Actors.Search.Index;

/// <summary>A document that has a word, and the greatest weight of the fields it stands in, in 32 bits.</summary>
internal static class Posting
{
    /// <summary>Bits below the document; weights fit into them.</summary>
    public const int WeightBits = 4;

    public static uint Of(int document, int weight) => ((uint)document << WeightBits) | (uint)weight;

    public static int DocumentOf(uint posting) => (int)(posting >> WeightBits);

    public static int WeightOf(uint posting) => (int)(posting & Quality.MaxWeight);
}
