using Actors.Catalog.Tests.Posters.Gd;
using Actors.Catalog.Ports;

namespace Actors.Catalog.Tests.Posters;

/// <summary>A finished WebP, decoded again to be looked at.</summary>
internal sealed class Drawn : IDisposable
{
    private readonly Pixels _pixels;

    public Drawn(EncodedPoster poster)
    {
        _pixels = Pixels.Of(poster.WebP.AsSpan());
        Width = _pixels.Width;
        Height = _pixels.Height;
    }

    public int Width { get; }
    public int Height { get; }

    /// <summary>How much one pixel lets through: 0 is solid, 127 is nothing.</summary>
    public int Alpha(int x, int y) => _pixels[x, y] >> 24;

    /// <summary>Red, green and blue of one pixel laid on white.</summary>
    public (double R, double G, double B) OnWhite(int x, int y)
    {
        var pixel = _pixels[x, y];
        var through = (pixel >> 24) / 127.0;
        double Mix(int shift) => (((pixel >> shift) & 255) * (1 - through)) + (255 * through);
        return (Mix(16), Mix(8), Mix(0));
    }

    /// <summary>The mean colours of the upper left, upper right, lower left and lower right quarter.</summary>
    public (double R, double G, double B)[] Quadrants()
        => [Mean(0, 0), Mean(Width / 2, 0), Mean(0, Height / 2), Mean(Width / 2, Height / 2)];

    public void Dispose() => _pixels.Dispose();

    private (double R, double G, double B) Mean(int left, int top)
    {
        var (columns, rows) = (Width / 2, Height / 2);
        var pixels = Enumerable.Range(0, columns * rows).Select(i => OnWhite(left + (i % columns), top + (i / columns))).ToArray();
        return (pixels.Average(p => p.R), pixels.Average(p => p.G), pixels.Average(p => p.B));
    }
}
