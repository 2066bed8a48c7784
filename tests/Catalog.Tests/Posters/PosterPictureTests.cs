using Actors.Catalog.Posters.Stores;
using SkiaSharp;

namespace Actors.Catalog.Tests.Posters;

/// <summary>The pixels of posters.</summary>
public sealed class PosterPictureTests
{
    private static readonly (double, double, double) s_red = (255, 0, 0), s_green = (0, 255, 0), s_blue = (0, 0, 255), s_yellow = (255, 255, 0);

    /// <summary>Where the stored corners end up: upper left (red), upper right (green), lower left (blue), lower right (yellow).</summary>
    public static TheoryData<int, string> Turns => new()
    {
        { 1, "RGBY" }, { 2, "GRYB" }, { 3, "YBGR" }, { 4, "BYRG" }, { 5, "RBGY" }, { 6, "BRYG" }, { 7, "YGBR" }, { 8, "GYRB" },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public void Picture_is_rotated_upright(int orientation, string corners)
    {
        byte[][] pictures =
        [
            Exif.InJpeg(Fixture.Bytes("jpg"), Exif.Block(orientation)),
            WebPBuilder.WithExif(Fixture.Bytes("webp"), Exif.Block(orientation)),
            PngBuilder.Draw(Fixture.Width, Fixture.Height, PngBuilder.Rgb, Quadrant, ("eXIf", Exif.Block(orientation))),
        ];
        foreach (var picture in pictures)
        {
            var drawn = new Drawn(Conversion.Accepted(picture));
            var sides = orientation < 5 ? (Fixture.Width, Fixture.Height) : (Fixture.Height, Fixture.Width);
            (drawn.Width, drawn.Height).ShouldBe(sides);
            Corners(drawn).ShouldBe(corners);
        }
    }

    [Fact]
    public void Every_format_keeps_its_colours()
    {
        foreach (var extension in Fixture.Extensions)
        {
            var drawn = new Drawn(Conversion.Accepted(Fixture.Bytes(extension)));
            Corners(drawn).ShouldBe("RGBY", extension);
        }
    }

    [Theory]
    [InlineData(1200, 30, 1200, 30)]
    [InlineData(1201, 1201, 1200, 1200)]
    [InlineData(3000, 20, 1200, 8)]
    [InlineData(9000, 1, 1200, 1)]
    [InlineData(100, 3000, 100, 3000)]
    [InlineData(1200, 12_000, 548, 5477)]
    public void A_picture_is_shrunk_to_the_width_and_never_enlarged(int width, int height, int expectedWidth, int expectedHeight)
    {
        var poster = Conversion.Accepted(PngBuilder.Blank(width, height, PngBuilder.Rgb));
        (poster.Width, poster.Height).ShouldBe((expectedWidth, expectedHeight));
    }

    [Fact]
    public void Width_limit_applies_to_the_upright_picture()
    {
        var png = PngBuilder.Draw(20, 2400, PngBuilder.Rgb, (_, _) => [9, 9, 9], ("eXIf", Exif.Block(6)));
        var poster = Conversion.Accepted(png);
        (poster.Width, poster.Height).ShouldBe((1200, 10));
    }

    [Fact]
    public void Transparency_does_not_bleed()
    {
        // Left half solid white, right half invisible black: the edge must not turn grey.
        var png = PngBuilder.Draw(2401, 40, PngBuilder.Rgba, (x, _) => x < 1201 ? [255, 255, 255, 255] : [0, 0, 0, 0]);
        var drawn = new Drawn(Conversion.Accepted(png));
        drawn.Alpha(10, 10).ShouldBe(255);
        drawn.Alpha(1190, 10).ShouldBe(0);
        Enumerable.Range(590, 20).Select(x => drawn.OnWhite(x, 10).R).Min().ShouldBeGreaterThan(250);
    }

    [Fact]
    public void The_transparent_colour_of_a_true_colour_png_becomes_alpha()
    {
        var png = PngBuilder.Draw(40, 20, PngBuilder.Rgb, (x, _) => x < 20 ? [10, 20, 30] : [200, 0, 0], ("tRNS", [0, 10, 0, 20, 0, 30]));
        var drawn = new Drawn(Conversion.Accepted(png));
        (drawn.Alpha(5, 10), drawn.Alpha(35, 10)).ShouldBe((0, 255));
    }

    [Fact]
    public void First_frame_keeps_its_position()
    {
        var webp = WebPBuilder.Animation(Fixture.Bytes("webp"), 100, 80, 3, left: 52, top: 48);
        var drawn = new Drawn(Conversion.Accepted(webp));
        (drawn.Width, drawn.Height).ShouldBe((100, 80));
        (drawn.Alpha(10, 10), drawn.Alpha(90, 70)).ShouldBe((0, 255));
        ColourAt(drawn, 64, 56).ShouldBe('R');
    }

    [Theory]
    [InlineData(0, 'R')]
    [InlineData(1, 'B')]
    public void First_frame_of_a_gif_keeps_its_position(int first, char colour)
    {
        var gif = GifBuilder.Of(20, 10, new GifBuilder.Frame(13, 7, 1, 1, first), new GifBuilder.Frame(2, 2, 1, 1, 1 - first));
        var drawn = new Drawn(Conversion.Accepted(gif));
        (drawn.Width, drawn.Height).ShouldBe((20, 10));
        (drawn.Alpha(13, 7), drawn.Alpha(12, 7), drawn.Alpha(2, 2)).ShouldBe((255, 0, 0));
        ColourAt(drawn, 13, 7).ShouldBe(colour);
    }

    [Fact]
    public void Shrinking_keeps_thin_lines()
    {
        // One-pixel lines, of which plain linear sampling would miss some.
        var png = PngBuilder.Draw(6000, 40, PngBuilder.Rgb, (x, _) => x % 5 == 0 ? [250, 250, 250] : [0, 0, 0]);
        var drawn = new Drawn(Conversion.Accepted(png));
        Enumerable.Range(5, 1190).Select(x => drawn.OnWhite(x, 4).R).ShouldAllBe(r => r > 12 && r < 75);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(1250)]
    [InlineData(1900)]
    [InlineData(5200)]
    [InlineData(11_000)]
    public void Reduced_jpeg_decoding_shows_the_same(int width)
    {
        using var bitmap = new SKBitmap(width, width / 10, isOpaque: true);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(width / 2, 0, width, width, blue);
        }

        using var jpeg = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        var drawn = new Drawn(Conversion.Accepted(jpeg.ToArray()));
        (drawn.Width, drawn.Height).ShouldBe((1200, 120));
        (ColourAt(drawn, 0, 0), ColourAt(drawn, 590, 60), ColourAt(drawn, 610, 60), ColourAt(drawn, 1199, 119)).ShouldBe(('R', 'R', 'B', 'B'));
    }

    [Fact]
    public void Metadata_is_dropped()
    {
        byte[] secret = [.. Exif.Block(1), .. "GPS 55.7558 37.6173"u8];
        var poster = Conversion.Accepted(Exif.InJpeg(Fixture.Bytes("jpg"), secret));
        poster.WebP.AsSpan().IndexOf("GPS"u8).ShouldBe(-1);
        Drawn.Chunks(poster.WebP.AsSpan()).ShouldBe(["VP8 "]);
    }

    [Fact]
    public void The_same_picture_gives_the_same_bytes()
        => PosterName.Of(Conversion.Accepted(Fixture.Bytes("jpg")).WebP.AsSpan()).ShouldBe(PosterName.Of(Conversion.Accepted(Fixture.Bytes("jpg")).WebP.AsSpan()));

    private static string Corners(Drawn drawn)
    {
        var (right, bottom) = (drawn.Width - 9, drawn.Height - 9);
        return new string([ColourAt(drawn, 8, 8), ColourAt(drawn, right, 8), ColourAt(drawn, 8, bottom), ColourAt(drawn, right, bottom)]);
    }

    private static char ColourAt(Drawn drawn, int x, int y)
    {
        var (r, g, b) = drawn.OnWhite(x, y);
        (char Name, (double R, double G, double B) Rgb)[] known = [('R', s_red), ('G', s_green), ('B', s_blue), ('Y', s_yellow)];
        return known.MinBy(k => Math.Abs(k.Rgb.R - r) + Math.Abs(k.Rgb.G - g) + Math.Abs(k.Rgb.B - b)).Name;
    }

    private static byte[] Quadrant(int x, int y) => (x < Fixture.Width / 2, y < Fixture.Height / 2) switch
    {
        (true, true) => [255, 0, 0],
        (false, true) => [0, 255, 0],
        (true, false) => [0, 0, 255],
        _ => [255, 255, 0],
    };
}
