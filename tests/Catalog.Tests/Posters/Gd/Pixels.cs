using Actors.Catalog.Adapters.Gd;
using Actors.Catalog.Rules.Posters;

namespace Actors.Catalog.Tests.Posters.Gd;

/// <summary>What a WebP shows, by libgd.</summary>
internal sealed class Pixels : IDisposable
{
    private readonly GdImage _image;

    private Pixels(GdImage image) => _image = image;

    public int Width => _image.Size.Width;

    public int Height => _image.Size.Height;

    /// <summary>7 bits of transparency, then red, green and blue.</summary>
    public int this[int x, int y] => _image.Row(y)[x];

    public static Pixels Of(ReadOnlySpan<byte> webp) => new(GdImage.Decode(ImageFormat.WebP, webp).ShouldNotBeNull());

    public void Dispose() => _image.Dispose();
}
