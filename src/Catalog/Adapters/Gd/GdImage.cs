using Actors.Catalog.Rules.Posters;

namespace Actors.Catalog.Adapters.Gd;

/// <summary>A picture in gd's memory, freed when disposed. Used within one method on one thread.</summary>
internal sealed unsafe class GdImage : IDisposable
{
    private GdImageLayout* _image;

    private GdImage(GdImageLayout* image) => _image = image;

    public PixelSize Size => new(_image->Width, _image->Height);

    public GdImageLayout* Pointer => _image;

    /// <summary>One row of pixels of a true-colour picture.</summary>
    public Span<int> Row(int y) => new(_image->Rows[y], _image->Width);

    /// <summary>A transparent black picture; null when there is no memory for it.</summary>
    public static GdImage? Create(PixelSize size)
    {
        var image = Wrap(GdNative.gdImageCreateTrueColor(size.Width, size.Height));
        if (image is null)
            return null;
        GdNative.gdImageAlphaBlending(image._image, 0);
        for (var y = 0; y < size.Height; y++)
            image.Row(y).Fill(GdColour.Nothing);
        return image;
    }

    public static GdImage? Decode(ImageFormat format, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
        {
            return Wrap(format switch
            {
                ImageFormat.Jpeg => GdNative.gdImageCreateFromJpegPtrEx(bytes.Length, data, 1),
                ImageFormat.Png => GdNative.gdImageCreateFromPngPtr(bytes.Length, data),
                ImageFormat.Gif => GdNative.gdImageCreateFromGifPtr(bytes.Length, data),
                ImageFormat.WebP => GdNative.gdImageCreateFromWebpPtr(bytes.Length, data),
                ImageFormat.Bmp => GdNative.gdImageCreateFromBmpPtr(bytes.Length, data),
                _ => null,
            });
        }
    }

    public byte[]? ToWebP(int quality)
    {
        var data = GdNative.gdImageWebpPtrEx(_image, out var size, quality);
        if (data is null)
            return null;
        var bytes = new ReadOnlySpan<byte>(data, size).ToArray();
        GdNative.gdFree(data);
        return bytes;
    }

    public void Dispose()
    {
        if (_image is not null)
            GdNative.gdImageDestroy(_image);
        _image = null;
    }

    private static GdImage? Wrap(GdImageLayout* image) => image is null ? null : new GdImage(image);
}
