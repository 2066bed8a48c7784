namespace Actors.Catalog.Rules.Posters;

/// <summary>How large a poster becomes.</summary>
internal static class PosterSize
{
    /// <summary>The size to shrink the stored picture to, so that it is no wider than allowed once upright.</summary>
    public static PixelSize Shrunk(PixelSize stored, int orientation)
    {
        var uprightWidth = Orientation.SwapsSides(orientation) ? stored.Height : stored.Width;
        if (uprightWidth <= PosterLimits.MaxWidth)
            return stored;
        var factor = (double)PosterLimits.MaxWidth / uprightWidth;
        return new PixelSize(Scale(stored.Width, factor), Scale(stored.Height, factor));
    }

    private static int Scale(int side, double factor) => Math.Max(1, (int)Math.Round(side * factor));
}
