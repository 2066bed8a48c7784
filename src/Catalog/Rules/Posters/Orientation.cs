namespace Actors.Catalog.Rules.Posters;

/// <summary>The eight EXIF orientations as a mapping from the upright picture back to the stored one.</summary>
internal static class Orientation
{
    public const int Upright = 1;
    private const int FirstTurned = 5;
    private const int Last = 8;

    public static bool IsKnown(int orientation) => orientation is >= Upright and <= Last;

    /// <summary>Do width and height change places?</summary>
    public static bool SwapsSides(int orientation) => orientation is >= FirstTurned and <= Last;

    /// <summary>Which stored pixel belongs at (x, y) of the upright picture.</summary>
    public static (int X, int Y) Source(int orientation, int x, int y, int storedWidth, int storedHeight)
    {
        var right = storedWidth - 1;
        var bottom = storedHeight - 1;
        return orientation switch
        {
            2 => (right - x, y),
            3 => (right - x, bottom - y),
            4 => (x, bottom - y),
            5 => (y, x),
            6 => (y, bottom - x),
            7 => (right - y, bottom - x),
            8 => (right - y, x),
            _ => (x, y),
        };
    }
}
