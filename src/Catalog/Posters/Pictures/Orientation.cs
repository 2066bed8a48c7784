namespace Actors.Catalog.Posters.Pictures;

/// <summary>The eight EXIF orientations.</summary>
internal static class Orientation
{
    public const int Upright = 1;
    private const int FirstTurned = 5;
    private const int Last = 8;

    public static bool IsKnown(int orientation) => orientation is >= Upright and <= Last;

    /// <summary>Whether the orientation swaps width and height.</summary>
    public static bool SwapsSides(int orientation) => orientation is >= FirstTurned and <= Last;
}
