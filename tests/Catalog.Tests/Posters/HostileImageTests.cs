using System.Buffers.Binary;
using System.Text;
using Actors.Catalog.Posters.Pictures;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Malicious pictures are refused by their header, before a decoder reads them.</summary>
public sealed class HostileImageTests
{
    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    [InlineData("<!DOCTYPE html><script>alert(1)</script>")]
    [InlineData("%PDF-1.7")]
    [InlineData("II*\0")]
    [InlineData("")]
    public void Other_formats_are_refused(string text) => RefusalOf(Encoding.ASCII.GetBytes(text)).ShouldBe(ImageRefusal.NotAnImage);

    [Fact]
    public void Script_with_gif_signature_is_refused() => RefusalOf("GIF89a=1;alert(document.cookie)//"u8).ShouldNotBe(ImageRefusal.None);

    [Fact]
    public void A_file_above_the_limit_is_refused() => RefusalOf(new byte[PosterLimits.MaxBytes + 1]).ShouldBe(ImageRefusal.TooManyBytes);

    [Theory]
    [InlineData(1, 500_000_000)]
    [InlineData(12_001, 1)]
    [InlineData(7000, 7000)]
    public void A_png_with_too_many_pixels_is_refused(int width, int height)
        => RefusalOf(PngBuilder.File(width, height, PngBuilder.Rgb, [0x78, 0x9C])).ShouldBe(ImageRefusal.TooManyPixels);

    [Fact]
    public void A_png_that_would_need_too_much_memory_is_refused()
        => RefusalOf(PngBuilder.File(6300, 6300, PngBuilder.Rgba, [0x78, 0x9C])).ShouldBe(ImageRefusal.TooCostly);

    [Fact]
    public void A_jpeg_of_64250_pixels_a_side_is_refused() => RefusalOf(Jpeg(64250, 64250, 1)).ShouldBe(ImageRefusal.TooManyPixels);

    [Fact]
    public void A_jpeg_with_thousands_of_scans_is_refused() => RefusalOf(Jpeg(100, 100, 5000)).ShouldBe(ImageRefusal.TooCostly);

    [Fact]
    public void A_large_jpeg_with_many_scans_is_refused() => RefusalOf(Jpeg(5000, 5000, 60)).ShouldBe(ImageRefusal.TooCostly);

    [Fact]
    public void A_gif_with_ten_thousand_frames_is_refused() => RefusalOf(Gif(16, 16, 10_000)).ShouldBe(ImageRefusal.TooManyFrames);

    [Fact]
    public void A_gif_with_a_screen_of_65535_pixels_is_refused() => RefusalOf(Gif(65535, 65535, 1)).ShouldBe(ImageRefusal.TooManyPixels);

    [Fact]
    public void Frames_are_counted_to_the_limit()
    {
        RefusalOf(Gif(16, 16, PosterLimits.MaxFrames)).ShouldBe(ImageRefusal.None);
        RefusalOf(Gif(16, 16, PosterLimits.MaxFrames + 1)).ShouldBe(ImageRefusal.TooManyFrames);
    }

    [Fact]
    public void A_webp_animation_with_too_many_frames_is_refused()
        => RefusalOf(WebPBuilder.Animation(Fixture.Bytes("webp"), Fixture.Width, Fixture.Height, 201)).ShouldBe(ImageRefusal.TooManyFrames);

    [Fact]
    public void A_tiny_bmp_that_claims_to_be_huge_is_refused()
    {
        var bmp = Fixture.Bytes("bmp")[..126];
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), 10_000);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), int.MinValue);
        RefusalOf(bmp).ShouldBe(ImageRefusal.Broken);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), 3000);
        RefusalOf(bmp).ShouldNotBe(ImageRefusal.None);
    }

    [Fact]
    public void Decompression_bombs_never_reach_the_decoder()
    {
        var bomb = PngBuilder.Deflate(new byte[8 * 1024 * 1024]);
        var png = PngBuilder.Draw(8, 8, PngBuilder.Rgb, (_, _) => [1, 2, 3], ("iCCP", [(byte)'x', 0, 0, .. bomb]), ("zTXt", [(byte)'x', 0, 0, .. bomb]));
        var check = ImageSniffer.Check(png);
        check.Refusal.ShouldBe(ImageRefusal.None);
        check.Decodable.Span.IndexOf("iCCP"u8).ShouldBe(-1);
        check.Decodable.Length.ShouldBeLessThan(200);
        Conversion.Accepted(png).Width.ShouldBe(8);
    }

    [Theory]
    [InlineData(PosterLimits.MaxProfileBytes, true)]
    [InlineData(PosterLimits.MaxProfileBytes + 1, false)]
    public void Profile_is_kept_up_to_the_limit(int size, bool isKept)
        => ReachesDecoder(("iCCP", [(byte)'x', 0, 0, .. PngBuilder.Deflate(new byte[size])])).ShouldBe(isKept);

    [Fact]
    public void Invalid_profile_never_reaches_the_decoder() => ReachesDecoder(("iCCP", [(byte)'x', 0, 0, 1, 2, 3])).ShouldBeFalse();

    [Fact]
    public void Only_the_first_profile_is_checked()
    {
        byte[] small = [(byte)'x', 0, 0, .. PngBuilder.Deflate(new byte[100])];
        ReachesDecoder(("iCCP", small)).ShouldBeTrue();
        ReachesDecoder(("iCCP", []), ("iCCP", small)).ShouldBeFalse();
    }

    [Fact]
    public void A_small_file_of_many_pixels_is_refused() => RefusalOf(PngBuilder.Bomb()).ShouldBe(ImageRefusal.TooManyPixels);

    private static bool ReachesDecoder(params (string, byte[])[] chunks)
        => ImageSniffer.Check(PngBuilder.Draw(8, 8, PngBuilder.Rgb, (_, _) => [1, 2, 3], chunks)).Decodable.Span.IndexOf("iCCP"u8) >= 0;

    private static ImageRefusal RefusalOf(ReadOnlySpan<byte> bytes) => ImageSniffer.Check(bytes.ToArray()).Refusal;

    /// <summary>Headers of a progressive grey JPEG with scans of no data.</summary>
    private static byte[] Jpeg(int width, int height, int scans)
    {
        byte[] frame = [0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0];
        byte[] scan = [0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0, 0];
        return [.. frame, .. Enumerable.Repeat(scan, scans).SelectMany(s => s), 0xFF, 0xD9];
    }

    private static byte[] Gif(int width, int height, int frames)
    {
        byte[] screen = [.. "GIF89a"u8, (byte)width, (byte)(width >> 8), (byte)height, (byte)(height >> 8), 0x80, 0, 0, 0, 0, 0, 255, 255, 255];
        byte[] frame = [0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 0x01, 0];
        return [.. screen, .. Enumerable.Repeat(frame, frames).SelectMany(f => f), 0x3B];
    }
}
