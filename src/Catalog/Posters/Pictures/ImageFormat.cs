namespace Actors.Catalog.Posters.Pictures;

/// <summary>The accepted raster formats, recognised by their first bytes.</summary>
internal enum ImageFormat
{
    Jpeg,
    Png,
    Gif,
    WebP,
    Bmp,
}
