using SkiaSharp;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Decodes the first frame of a picture to sRGB pixels.</summary>
internal static class SkiaDecoder
{
    /// <summary>libjpeg can decode at multiples of 1/8 of the stored size.</summary>
    private const int Eighths = 8;

    private static readonly SKColorSpace s_srgb = SKColorSpace.CreateSrgb();

    /// <param name="format">The expected format; other codecs are refused.</param>
    /// <param name="stored">The expected size.</param>
    /// <param name="target">The wanted size; a JPEG is decoded no larger than needed for it.</param>
    /// <param name="bytes">The file.</param>
    /// <returns>Null if the picture is corrupt.</returns>
    public static SKBitmap? Decode(ImageFormat format, PixelSize stored, PixelSize target, ReadOnlySpan<byte> bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec?.EncodedFormat != Encoded(format) || codec.Info.Size != new SKSizeI(stored.Width, stored.Height))
            return null;
        var size = format == ImageFormat.Jpeg ? ReducedSize(codec, target) : codec.Info.Size;
        var alpha = codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul;
        var frame = Allocate(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, alpha, s_srgb));
        if (IsDrawn(format, codec.GetPixels(frame.Info, frame.GetPixels())))
            return frame;
        frame.Dispose();
        return null;
    }

    /// <summary>Pixels that the codec does not write stay transparent black.</summary>
    public static SKBitmap Allocate(SKImageInfo info)
    {
        var bitmap = new SKBitmap();
        if (bitmap.TryAllocPixels(info, SKBitmapAllocFlags.ZeroPixels))
            return bitmap;
        bitmap.Dispose();
        throw new InsufficientMemoryException();
    }

    /// <summary>A GIF with damaged or missing pixel data is drawn as far as possible, as in browsers.</summary>
    private static bool IsDrawn(ImageFormat format, SKCodecResult result)
        => result == SKCodecResult.Success
           || (format == ImageFormat.Gif && result is (SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput));

    private static SKSizeI ReducedSize(SKCodec codec, PixelSize target)
    {
        var needed = Math.Ceiling(Eighths * (double)target.Width / codec.Info.Width);
        return codec.GetScaledDimensions((float)needed / Eighths);
    }

    private static SKEncodedImageFormat Encoded(ImageFormat format) => format switch
    {
        ImageFormat.Jpeg => SKEncodedImageFormat.Jpeg,
        ImageFormat.Png => SKEncodedImageFormat.Png,
        ImageFormat.Gif => SKEncodedImageFormat.Gif,
        ImageFormat.WebP => SKEncodedImageFormat.Webp,
        _ => SKEncodedImageFormat.Bmp,
    };
}
