namespace Actors.Catalog.Posters.Pictures;

/// <summary>The raster formats a poster may arrive in, known by their first bytes.</summary>
internal enum ImageFormat
{
    Jpeg,
    Png,
    Gif,
    WebP,
    Bmp,
}
