using System.Runtime.InteropServices;
using SkiaSharp;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Pictures of one colour, with and without an embedded colour profile.</summary>
internal static class ProfiledPicture
{
    public const int Width = Fixture.Width, Height = Fixture.Height;

    /// <summary>The stored pixels, regardless of the profile. SkiaSharp embeds the colour space as an ICC profile.</summary>
    public static byte[] Encode(SKEncodedImageFormat format, (byte R, byte G, byte B) stored, SKColorSpace? space, byte alpha = 255)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Unpremul, space));
        var pixels = MemoryMarshal.Cast<byte, int>(bitmap.GetPixelSpan());
        pixels.Fill(stored.R | (stored.G << 8) | (stored.B << 16) | (alpha << 24));
        using var view = bitmap.PeekPixels();
        using var file = format == SKEncodedImageFormat.Webp
            ? view.Encode(new SKWebpEncoderOptions(SKWebpEncoderCompression.Lossless, 0))
            : view.Encode(format, 100);
        return file.ShouldNotBeNull().ToArray();
    }

    /// <summary>A JPEG of one component.</summary>
    public static byte[] GreyJpeg(byte stored)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        bitmap.GetPixelSpan().Fill(stored);
        using var view = bitmap.PeekPixels();
        using var file = view.Encode(SKEncodedImageFormat.Jpeg, 100);
        return file.ShouldNotBeNull().ToArray();
    }

    /// <summary>The JPEG with an APP2 segment that holds the profile.</summary>
    public static byte[] WithProfile(byte[] jpeg, byte[] profile)
    {
        byte[] body = [.. "ICC_PROFILE\0"u8, 1, 1, .. profile];
        var length = body.Length + 2;
        return [.. jpeg.AsSpan(0, 2), 0xFF, 0xE2, (byte)(length >> 8), (byte)length, .. body, .. jpeg.AsSpan(2)];
    }
}
