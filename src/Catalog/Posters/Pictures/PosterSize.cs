namespace Actors.Catalog.Posters.Pictures;

/// <summary>Computes the size of a poster.</summary>
internal static class PosterSize
{
    /// <summary>The stored size, shrunk so that the upright poster is within the limits of width and pixels.</summary>
    public static PixelSize Shrunk(PixelSize stored, int orientation)
    {
        var uprightWidth = Orientation.SwapsSides(orientation) ? stored.Height : stored.Width;
        var factor = Math.Min((double)PosterLimits.MaxWidth / uprightWidth, Math.Sqrt((double)PosterLimits.MaxPosterPixels / stored.Pixels));
        return factor >= 1 ? stored : new PixelSize(Scale(stored.Width, factor), Scale(stored.Height, factor));
    }

    private static int Scale(int side, double factor) => Math.Max(1, (int)Math.Round(side * factor));
}
