using System.Collections.Immutable;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>Detects that a source suddenly finds far fewer events than usual, which probably means that its pages changed.</summary>
internal static class SourceYield
{
    /// <summary>The number of remembered runs. The usual count is their median.</summary>
    public const int Remembered = 7;

    /// <summary>Fewer runs give no usual count.</summary>
    public const int MinRuns = 3;

    /// <summary>Smaller counts vary too much to detect a drop.</summary>
    public const int MinEvents = 5;

    /// <summary>A drop is a fall to this fraction of the usual count, or below.</summary>
    public const double DropTo = 0.2;

    /// <summary>The usual count; null if there are too few runs.</summary>
    public static int? Usual(ImmutableArray<int> earlier) =>
        earlier.IsDefault || earlier.Length < MinRuns ? null : earlier.Sort()[earlier.Length / 2];

    /// <summary>Whether a run is a drop.</summary>
    public static bool IsDrop(ImmutableArray<int> earlier, int offered) =>
        Usual(earlier) is { } usual && usual >= MinEvents && offered <= usual * DropTo;

    /// <summary>The remembered runs plus one. After a few low runs the low count is usual and the alarm ends.</summary>
    public static ImmutableArray<int> With(ImmutableArray<int> earlier, int offered) =>
        [.. (earlier.IsDefault ? [] : earlier).TakeLast(Remembered - 1), offered];
}
