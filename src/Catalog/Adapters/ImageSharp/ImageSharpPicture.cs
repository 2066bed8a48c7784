using Actors.Catalog.Rules.Posters;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Actors.Catalog.Adapters.ImageSharp;

/// <summary>The steps from what was decoded to the poster. Each frees the pixels before it at once, because the first may be many.</summary>
internal static class ImageSharpPicture
{
    public static PixelSize Measure(this Image<Rgba32> image) => new(image.Width, image.Height);

    /// <summary>A first frame that came smaller than the canvas is laid where it belongs.</summary>
    public static Image<Rgba32> Place(Image<Rgba32> frame, PixelBox box, PixelSize canvas)
    {
        if (frame.Measure() == canvas)
            return frame;
        using (frame)
        {
            var whole = new Image<Rgba32>(frame.Configuration, canvas.Width, canvas.Height);
            whole.Mutate(each => each.DrawImage(frame, new Point(box.Left, box.Top), 1));
            return whole;
        }
    }

    /// <summary>Colours are weighted by alpha, so that what is invisible leaves no edge.</summary>
    public static void Shrink(Image<Rgba32> image, PixelSize target)
    {
        if (image.Measure() != target)
            image.Mutate(each => each.Resize(new ResizeOptions { Size = new Size(target.Width, target.Height), Mode = ResizeMode.Stretch, PremultiplyAlpha = true }));
    }

    public static void Turn(Image<Rgba32> image, int orientation)
    {
        var (rotate, flip) = orientation switch
        {
            2 => (RotateMode.None, FlipMode.Horizontal),
            3 => (RotateMode.Rotate180, FlipMode.None),
            4 => (RotateMode.None, FlipMode.Vertical),
            5 => (RotateMode.Rotate90, FlipMode.Horizontal),
            6 => (RotateMode.Rotate90, FlipMode.None),
            7 => (RotateMode.Rotate270, FlipMode.Horizontal),
            8 => (RotateMode.Rotate270, FlipMode.None),
            _ => (RotateMode.None, FlipMode.None),
        };
        if (orientation != Orientation.Upright)
            image.Mutate(each => each.RotateFlip(rotate, flip));
    }
}
