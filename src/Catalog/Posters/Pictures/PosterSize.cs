namespace Actors.Catalog.Posters.Pictures;

/// <summary>How large a poster becomes.</summary>
internal static class PosterSize
{
    /// <summary>The size to shrink the stored picture to, so that it is no wider and has no more pixels than allowed once upright.</summary>
    public static PixelSize Shrunk(PixelSize stored, int orientation)
    {
        var uprightWidth = Orientation.SwapsSides(orientation) ? stored.Height : stored.Width;
        var factor = Math.Min((double)PosterLimits.MaxWidth / uprightWidth, Math.Sqrt((double)PosterLimits.MaxPosterPixels / stored.Pixels));
        return factor >= 1 ? stored : new PixelSize(Scale(stored.Width, factor), Scale(stored.Height, factor));
    }

    private static int Scale(int side, double factor) => Math.Max(1, (int)Math.Round(side * factor));
}
