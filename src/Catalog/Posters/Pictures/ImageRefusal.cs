namespace Actors.Catalog.Posters.Pictures;

/// <summary>Why a picture is refused.</summary>
internal enum ImageRefusal
{
    None,

    /// <summary>The first bytes match no accepted format (text, HTML, SVG, TIFF …).</summary>
    NotAnImage,

    /// <summary>More bytes than <see cref="PosterLimits.MaxBytes"/>.</summary>
    TooManyBytes,

    /// <summary>More pixels, or a longer side, than allowed.</summary>
    TooManyPixels,

    /// <summary>An animation with more frames than allowed.</summary>
    TooManyFrames,

    /// <summary>Decoding would take too much memory or time.</summary>
    TooCostly,

    /// <summary>The file ends before the picture does.</summary>
    Truncated,

    /// <summary>The structure is invalid, or the decoder failed.</summary>
    Broken,

    /// <summary>An unsupported variant: arithmetic or lossless JPEG, compressed BMP.</summary>
    Unsupported,
}
