using System.Collections.Immutable;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>How alike two titles are. It orders candidates and decides nothing.</summary>
internal static class TitleSimilarity
{
    /// <summary>The similarity of equal titles; that of titles with nothing in common is 0.</summary>
    public const int Most = 1000;

    /// <summary>Weights of what both have, beside all there is and beside the shorter title: "Земфира" is in "Концерт Земфиры".</summary>
    private const double OfBoth = 0.7, OfShorter = 0.3;

    /// <summary>What is left of the similarity when both titles have numbers and they differ, or only one has.</summary>
    private const double OtherNumbers = 0.25, NumberMissing = 0.8;

    /// <summary>0 to <see cref="Most"/>.</summary>
    public static int Of(TitleKey first, TitleKey second)
    {
        var letters = first.Grams.IsEmpty && second.Grams.IsEmpty && !first.Numbers.IsEmpty ? 1 : OfGrams(first.Grams, second.Grams);
        return (int)Math.Round(Most * letters * OfNumbers(first.Numbers, second.Numbers));
    }

    private static double OfGrams(ImmutableArray<int> first, ImmutableArray<int> second)
    {
        if (first.IsEmpty || second.IsEmpty) return 0;
        var common = (double)Common(first, second);
        return (OfBoth * 2 * common / (first.Length + second.Length)) + (OfShorter * common / Math.Min(first.Length, second.Length));
    }

    private static double OfNumbers(ImmutableArray<int> first, ImmutableArray<int> second)
    {
        if (first.AsSpan().SequenceEqual(second.AsSpan())) return 1;
        return first.IsEmpty || second.IsEmpty ? NumberMissing : OtherNumbers;
    }

    private static int Common(ImmutableArray<int> first, ImmutableArray<int> second)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < first.Length && j < second.Length)
        {
            if (first[i] == second[j]) (i, j, common) = (i + 1, j + 1, common + 1);
            else if (first[i] < second[j]) i++;
            else j++;
        }

        return common;
    }
}
