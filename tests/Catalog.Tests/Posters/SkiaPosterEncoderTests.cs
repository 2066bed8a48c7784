using Actors.Catalog.Posters.Pictures;
using SkiaSharp;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The encoder handles damaged bytes, and bytes that differ from the sniffer's result.</summary>
public sealed class SkiaPosterEncoderTests
{
    private static readonly PixelSize s_size = new(Fixture.Width, Fixture.Height);

    [Theory]
    [InlineData("gif", true)]
    [InlineData("webp", false)]
    [InlineData("jpg", false)]
    public void Only_the_expected_format_is_decoded(string extension, bool isTaken)
        => (new SkiaPosterEncoder().Encode(ImageHeader.Still(ImageFormat.Gif, s_size, 0), Fixture.Bytes(extension)).Refusal == ImageRefusal.None).ShouldBe(isTaken);

    [Fact]
    public void Unexpected_size_is_refused()
        => new SkiaPosterEncoder().Encode(ImageHeader.Still(ImageFormat.Jpeg, new PixelSize(Fixture.Width - 1, Fixture.Height), 0), Fixture.Bytes("jpg"))
            .Refusal.ShouldBe(ImageRefusal.Broken);

    [Fact]
    public void A_png_with_too_few_pixels_is_refused()
    {
        byte[] rows = [.. Enumerable.Repeat<byte>(0, 20 * (1 + (40 * 3)))];
        Conversion.Of(PngBuilder.File(40, 20, PngBuilder.Rgb, PngBuilder.Deflate(rows))).Refusal.ShouldBe(ImageRefusal.None);
        Conversion.Of(PngBuilder.File(40, 20, PngBuilder.Rgb, PngBuilder.Deflate(rows[..^500]))).Refusal.ShouldBe(ImageRefusal.Broken);
    }

    [Fact]
    public void Incomplete_gif_is_drawn_partially()
    {
        var drawn = new Drawn(Conversion.Accepted(GifBuilder.Of(1, 2, new GifBuilder.Frame(0, 0, 1, 2, 0))));
        (drawn.Alpha(0, 0), drawn.Alpha(0, 1)).ShouldBe((255, 0));
    }

    [Fact]
    public void Control_without_check_a_small_file_needs_much_memory()
    {
        using var decoded = SKBitmap.Decode(PngBuilder.Bomb());
        decoded.ByteCount.ShouldBeGreaterThan((int)PosterLimits.MaxDecodeBytes);
    }
}
