using SkiaSharp;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Encodes posters with SkiaSharp on the CPU. The sniffer has already refused pictures that cost too much.</summary>
internal sealed class SkiaPosterEncoder : IPosterEncoder
{
    private static readonly SKWebpEncoderOptions s_webp = new(SKWebpEncoderCompression.Lossy, PosterLimits.Quality);
    private static readonly SKSamplingOptions s_linear = new(SKFilterMode.Linear);

    public EncodedPoster Encode(ImageHeader header, ReadOnlySpan<byte> decodable)
    {
        // Skia places the first frame of a GIF on the canvas itself.
        var box = header.Format == ImageFormat.Gif ? new PixelBox(0, 0, header.Canvas) : header.Frame;
        var target = PosterSize.Shrunk(header.Canvas, header.Orientation);
        try
        {
            using var decoded = SkiaDecoder.Decode(header.Format, box.Size, target, decodable);
            if (decoded is null)
                return EncodedPoster.Refused(ImageRefusal.Broken);
            using var poster = Draw(decoded, box, header, target);
            return Write(poster);
        }
        catch (InsufficientMemoryException)
        {
            return EncodedPoster.Refused(ImageRefusal.TooCostly);
        }
    }

    /// <summary>Places, shrinks and rotates the frame, and frees it, because it may be large.</summary>
    private static SKBitmap Draw(SKBitmap decoded, PixelBox box, ImageHeader header, PixelSize target)
    {
        var (scaleX, scaleY) = ((float)target.Width / header.Canvas.Width, (float)target.Height / header.Canvas.Height);
        var place = SKRect.Create(box.Left * scaleX, box.Top * scaleY, box.Size.Width * scaleX, box.Size.Height * scaleY);
        using var frame = Reduce(decoded, new SKSizeI((int)Math.Ceiling(place.Width), (int)Math.Ceiling(place.Height)));
        var upright = Orientation.SwapsSides(header.Orientation) ? new SKSizeI(target.Height, target.Width) : new SKSizeI(target.Width, target.Height);
        var alpha = box.Fills(header.Canvas) ? frame.AlphaType : SKAlphaType.Premul;
        // Skia writes an ICC profile if the bitmap has a colour space; a WebP without one is sRGB.
        var poster = SkiaDecoder.Allocate(new SKImageInfo(upright.Width, upright.Height, frame.ColorType, alpha));
        using var canvas = new SKCanvas(poster);
        using var pixels = frame.PeekPixels();
        using var image = SKImage.FromPixels(pixels);
        canvas.Concat(Rotation(header.Orientation, target.Width, target.Height));
        canvas.DrawImage(image, place, s_linear);
        return poster;
    }

    /// <summary>
    /// Shrinks a large frame to exactly twice the wanted size, from which linear sampling averages four pixels. From any other size it would skip
    /// pixels.
    /// </summary>
    private static SKBitmap Reduce(SKBitmap frame, SKSizeI wanted)
    {
        while (frame.Width >= 2 * wanted.Width || frame.Height >= 2 * wanted.Height)
            frame = Resize(frame, (frame.Width + 1) / 2, (frame.Height + 1) / 2);
        return frame.Width > wanted.Width || frame.Height > wanted.Height ? Resize(frame, 2 * wanted.Width, 2 * wanted.Height) : frame;
    }

    private static SKBitmap Resize(SKBitmap frame, int width, int height)
    {
        using var old = frame;
        var resized = SkiaDecoder.Allocate(old.Info.WithSize(width, height));
        old.ScalePixels(resized, s_linear);
        return resized;
    }

    /// <summary>Maps the stored picture to the upright one, for the eight EXIF orientations.</summary>
    private static SKMatrix Rotation(int orientation, float width, float height) => orientation switch
    {
        2 => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        3 => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        4 => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        5 => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        6 => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        7 => new(0, -1, height, -1, 0, width, 0, 0, 1),
        8 => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static EncodedPoster Write(SKBitmap poster)
    {
        using var pixels = poster.PeekPixels();
        using var webp = pixels.Encode(s_webp);
        return webp is null
            ? EncodedPoster.Refused(ImageRefusal.TooCostly)
            : new EncodedPoster([.. webp.AsSpan()], poster.Width, poster.Height, ImageRefusal.None);
    }
}
