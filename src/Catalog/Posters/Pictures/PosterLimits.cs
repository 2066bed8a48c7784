namespace Actors.Catalog.Posters.Pictures;

/// <summary>Limits of one poster. All are checked before a decoder reads the bytes.</summary>
internal static class PosterLimits
{
    /// <summary>Maximum file size, in bytes.</summary>
    public const int MaxBytes = 15 * 1024 * 1024;

    /// <summary>Maximum number of pixels.</summary>
    public const long MaxPixels = 40_000_000;

    /// <summary>Maximum width and height, in pixels.</summary>
    public const int MaxSide = 12_000;

    /// <summary>Maximum number of frames of an animation; only the first frame is used.</summary>
    public const int MaxFrames = 200;

    /// <summary>Maximum number of scans of a JPEG. Encoders write about ten, malicious files thousands.</summary>
    public const int MaxScans = 64;

    /// <summary>Maximum of pixels times scans. Each scan visits the whole picture, so this limits the decoding time.</summary>
    public const long MaxScannedPixels = 500_000_000;

    /// <summary>Maximum decoder memory in bytes, estimated from the header.</summary>
    public const long MaxDecodeBytes = 224L * 1024 * 1024;

    /// <summary>Maximum inflated size of a PNG colour profile, in bytes.</summary>
    public const int MaxProfileBytes = 1024 * 1024;

    /// <summary>Maximum width of a poster, in pixels. Wider pictures are shrunk; narrower ones are never enlarged.</summary>
    public const int MaxWidth = 1200;

    /// <summary>Maximum number of pixels of a poster; tall pictures are shrunk further. Limits the encoding time.</summary>
    public const long MaxPosterPixels = 3_000_000;

    /// <summary>WebP quality, 0 to 100: no visible loss on photographs at a fifth of their size.</summary>
    public const int Quality = 82;
}
