using System.Collections.Immutable;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>The similarity of two titles. It only orders candidates.</summary>
internal static class TitleSimilarity
{
    /// <summary>The similarity of equal titles; 0 means nothing in common.</summary>
    public const int Max = 1000;

    /// <summary>Weights of the common part relative to both titles and to the shorter one: "Земфира" is part of "Концерт Земфиры".</summary>
    private const double WeightOfBoth = 0.7, WeightOfShorter = 0.3;

    /// <summary>Factors if the numbers of the titles differ, or if only one title has numbers.</summary>
    private const double DifferentNumbers = 0.25, MissingNumbers = 0.8;

    /// <summary>From 0 to <see cref="Max"/>.</summary>
    public static int Of(TitleKey first, TitleKey second)
    {
        var letters = first.Grams.IsEmpty && second.Grams.IsEmpty && !first.Numbers.IsEmpty ? 1 : OfGrams(first.Grams, second.Grams);
        return (int)Math.Round(Max * letters * OfNumbers(first.Numbers, second.Numbers));
    }

    private static double OfGrams(ImmutableArray<int> first, ImmutableArray<int> second)
    {
        if (first.IsEmpty || second.IsEmpty) return 0;
        var common = (double)Common(first, second);
        return (WeightOfBoth * 2 * common / (first.Length + second.Length)) + (WeightOfShorter * common / Math.Min(first.Length, second.Length));
    }

    private static double OfNumbers(ImmutableArray<int> first, ImmutableArray<int> second)
    {
        if (first.AsSpan().SequenceEqual(second.AsSpan())) return 1;
        return first.IsEmpty || second.IsEmpty ? MissingNumbers : DifferentNumbers;
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
