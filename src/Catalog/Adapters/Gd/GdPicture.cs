using Actors.Catalog.Rules.Posters;

namespace Actors.Catalog.Adapters.Gd;

/// <summary>The steps from what gd decoded to the poster. Each gives a new picture, or the old one when there is
/// nothing to do; null means gd had no memory.</summary>
internal static unsafe class GdPicture
{
    /// <summary>Palette to true colour, and the one transparent colour of a true-colour PNG to alpha.</summary>
    public static bool MakeTrueColour(GdImage image)
    {
        if (image.Pointer->IsTrueColor == 0)
            return GdNative.gdImagePaletteToTrueColor(image.Pointer) != 0;
        if (image.Pointer->Transparent >= 0)
            ClearColour(image, image.Pointer->Transparent & GdColour.RgbMask);
        return true;
    }

    /// <summary>A first frame smaller than the canvas is laid where it belongs.</summary>
    public static GdImage? Place(GdImage frame, PixelBox box, PixelSize canvas)
    {
        if (box.Fills(canvas))
            return frame;
        var whole = GdImage.Create(canvas);
        for (var y = 0; whole is not null && y < box.Size.Height; y++)
            frame.Row(y).CopyTo(whole.Row(box.Top + y)[box.Left..]);
        return whole;
    }

    /// <summary>Every pixel of the smaller picture is the mean of what it covers, weighted by alpha.</summary>
    public static GdImage? Shrink(GdImage image, PixelSize target)
    {
        var from = image.Size;
        if (from == target)
            return image;
        var small = GdImage.Create(target);
        if (small is not null)
        {
            GdNative.gdImageCopyResampled(
                small.Pointer, image.Pointer, 0, 0, 0, 0, target.Width, target.Height, from.Width, from.Height);
        }

        return small;
    }

    public static GdImage? Turn(GdImage image, int orientation)
    {
        if (orientation == Orientation.Upright)
            return image;
        var (width, height) = (image.Size.Width, image.Size.Height);
        var upright = GdImage.Create(Orientation.SwapsSides(orientation) ? new PixelSize(height, width) : image.Size);
        for (var y = 0; upright is not null && y < upright.Size.Height; y++)
        {
            var row = upright.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var (sourceX, sourceY) = Orientation.Source(orientation, x, y, width, height);
                row[x] = image.Pointer->Rows[sourceY][sourceX];
            }
        }

        return upright;
    }

    private static void ClearColour(GdImage image, int colour)
    {
        for (var y = 0; y < image.Size.Height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < row.Length; x++)
                row[x] = (row[x] & GdColour.RgbMask) == colour ? GdColour.Nothing : row[x];
        }
    }
}
