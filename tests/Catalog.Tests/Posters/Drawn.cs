using System.Text;
using Actors.Catalog.Posters.Pictures;
using SkiaSharp;

namespace Actors.Catalog.Tests.Posters;

/// <summary>A decoded poster, to inspect its pixels.</summary>
internal sealed class Drawn
{
    private const int RiffHeader = 12, ChunkHeader = 8;

    private readonly SKColor[] _pixels;

    /// <summary>Decodes without colour conversion: the stored values are what a browser shows.</summary>
    public Drawn(EncodedPoster poster)
    {
        using var bitmap = SKBitmap.Decode(poster.WebP.AsSpan(), new SKImageInfo(poster.Width, poster.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        _pixels = bitmap.ShouldNotBeNull().Pixels;
        (Width, Height) = (bitmap.Width, bitmap.Height);
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>The opacity of one pixel, 0 to 255.</summary>
    public int Alpha(int x, int y) => At(x, y).Alpha;

    /// <summary>Red, green and blue of one pixel on a white background.</summary>
    public (double R, double G, double B) OnWhite(int x, int y)
    {
        var pixel = At(x, y);
        var opacity = pixel.Alpha / 255.0;
        double Mix(byte channel) => (channel * opacity) + (255 * (1 - opacity));
        return (Mix(pixel.Red), Mix(pixel.Green), Mix(pixel.Blue));
    }

    /// <summary>The mean colours of the upper left, upper right, lower left and lower right quarter.</summary>
    public (double R, double G, double B)[] Quadrants()
        => [Mean(0, 0), Mean(Width / 2, 0), Mean(0, Height / 2), Mean(Width / 2, Height / 2)];

    /// <summary>The names of the chunks of a WebP file.</summary>
    public static string[] Chunks(ReadOnlySpan<byte> webp)
    {
        var names = new List<string>();
        for (var at = RiffHeader; at + ChunkHeader <= webp.Length;)
        {
            names.Add(Encoding.ASCII.GetString(webp.Slice(at, 4)));
            var size = BitConverter.ToInt32(webp[(at + 4)..]);
            at += ChunkHeader + size + (size & 1);
        }

        return [.. names];
    }

    private SKColor At(int x, int y) => _pixels[(y * Width) + x];

    private (double R, double G, double B) Mean(int left, int top)
    {
        var (columns, rows) = (Width / 2, Height / 2);
        var pixels = Enumerable.Range(0, columns * rows).Select(i => OnWhite(left + (i % columns), top + (i / columns))).ToArray();
        return (pixels.Average(p => p.R), pixels.Average(p => p.G), pixels.Average(p => p.B));
    }
}
