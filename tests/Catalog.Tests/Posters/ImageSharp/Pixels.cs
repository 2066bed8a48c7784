using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Actors.Catalog.Tests.Posters.ImageSharp;

/// <summary>What a WebP shows, by ImageSharp as it comes.</summary>
internal sealed class Pixels : IDisposable
{
    private readonly Image<Rgba32> _image;

    private Pixels(Image<Rgba32> image) => _image = image;

    public int Width => _image.Width;

    public int Height => _image.Height;

    /// <summary>7 bits of transparency, then red, green and blue.</summary>
    public int this[int x, int y]
    {
        get
        {
            var pixel = _image[x, y];
            return ((byte.MaxValue - pixel.A) >> 1 << 24) | (pixel.R << 16) | (pixel.G << 8) | pixel.B;
        }
    }

    public static Pixels Of(ReadOnlySpan<byte> webp) => new(Image.Load<Rgba32>(webp));

    public void Dispose() => _image.Dispose();
}
