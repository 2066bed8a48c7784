namespace Actors.Catalog.Posters.Pictures;

/// <summary>Why bytes are not taken as a poster.</summary>
internal enum ImageRefusal
{
    None,

    /// <summary>The first bytes are those of no raster format we take (text, HTML, SVG, TIFF …).</summary>
    NotAnImage,

    /// <summary>More bytes than <see cref="PosterLimits.MaxBytes"/>.</summary>
    TooManyBytes,

    /// <summary>More pixels, or a longer side, than allowed.</summary>
    TooManyPixels,

    /// <summary>An animation with more frames than allowed.</summary>
    TooManyFrames,

    /// <summary>Decoding would need more memory or time than one picture may have.</summary>
    TooCostly,

    /// <summary>The file ends before the picture does.</summary>
    Truncated,

    /// <summary>The structure contradicts itself or the decoder gave up.</summary>
    Broken,

    /// <summary>A variant that no poster needs: arithmetic or lossless JPEG, compressed BMP.</summary>
    Unsupported,
}
