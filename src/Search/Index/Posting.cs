namespace Actors.Search.Index;

/// <summary>A document that contains a word, and the greatest weight of the fields with the word, packed into 32 bits.</summary>
internal static class Posting
{
    /// <summary>The number of low bits that hold the weight.</summary>
    public const int WeightBits = 4;

    public static uint Of(int document, int weight) => ((uint)document << WeightBits) | (uint)weight;

    public static int DocumentOf(uint posting) => (int)(posting >> WeightBits);

    public static int WeightOf(uint posting) => (int)(posting & Quality.MaxWeight);
}
