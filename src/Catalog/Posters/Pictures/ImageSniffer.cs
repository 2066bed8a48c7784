namespace Actors.Catalog.Posters.Pictures;

/// <summary>Checks by content whether a picture is acceptable, before any decoder reads it.</summary>
internal static class ImageSniffer
{
    public static ImageCheck Check(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > PosterLimits.MaxBytes)
            return ImageRefusal.TooManyBytes;
        return FormatOf(bytes.Span) switch
        {
            ImageFormat.Jpeg => JpegSniffer.Check(bytes),
            ImageFormat.Png => PngSniffer.Check(bytes),
            ImageFormat.Gif => GifSniffer.Check(bytes),
            ImageFormat.WebP => WebPSniffer.Check(bytes),
            ImageFormat.Bmp => BmpSniffer.Check(bytes),
            _ => ImageRefusal.NotAnImage,
        };
    }

    private static ImageFormat? FormatOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return ImageFormat.Jpeg;
        if (bytes.StartsWith(PngSniffer.Signature))
            return ImageFormat.Png;
        if (bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8))
            return ImageFormat.Gif;
        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8))
            return ImageFormat.WebP;
        return bytes.StartsWith("BM"u8) ? ImageFormat.Bmp : null;
    }
}
