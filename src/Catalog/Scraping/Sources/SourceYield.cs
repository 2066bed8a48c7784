using System.Collections.Immutable;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>How many events a source usually offers, and whether it suddenly offers far fewer: then its pages have probably changed.</summary>
internal static class SourceYield
{
    /// <summary>So many runs are remembered; what they offered half of the time is usual.</summary>
    public const int Remembered = 7;

    /// <summary>Before so many runs nothing is usual.</summary>
    public const int FewestRuns = 3;

    /// <summary>Below this nothing is called a drop: small numbers jump.</summary>
    public const int FewestEvents = 5;

    /// <summary>A drop is a fall to this part of what is usual, or below.</summary>
    public const double DropTo = 0.2;

    /// <summary>What is usual; null while nothing is.</summary>
    public static int? Usual(ImmutableArray<int> before) =>
        before.IsDefault || before.Length < FewestRuns ? null : before.Sort()[before.Length / 2];

    /// <summary>True when a run offered so much less than usual.</summary>
    public static bool IsDrop(ImmutableArray<int> before, int offered) =>
        Usual(before) is { } usual && usual >= FewestEvents && offered <= usual * DropTo;

    /// <summary>The remembered runs with one more. After a few low runs low is usual, and the alarm ends.</summary>
    public static ImmutableArray<int> With(ImmutableArray<int> before, int offered) =>
        [.. (before.IsDefault ? [] : before).TakeLast(Remembered - 1), offered];
}
