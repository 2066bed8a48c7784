namespace Actors.Catalog.Posters.Pictures;

/// <summary>What one poster may cost. All of it is checked before a decoder sees the bytes.</summary>
internal static class PosterLimits
{
    /// <summary>Largest file taken, bytes.</summary>
    public const int MaxBytes = 15 * 1024 * 1024;

    /// <summary>Largest picture taken, pixels.</summary>
    public const long MaxPixels = 40_000_000;

    /// <summary>Longest side taken, pixels.</summary>
    public const int MaxSide = 12_000;

    /// <summary>Most frames of an animation, of which the first is kept.</summary>
    public const int MaxFrames = 200;

    /// <summary>Most scans of a JPEG; encoders write about ten, bombs write thousands.</summary>
    public const int MaxScans = 64;

    /// <summary>Most pixels times scans: each scan walks the whole picture, so this bounds decoding time.</summary>
    public const long MaxScannedPixels = 500_000_000;

    /// <summary>Most memory the decoder may need, bytes, as reckoned from the header.</summary>
    public const long MaxDecodeBytes = 224L * 1024 * 1024;

    /// <summary>Largest colour profile of a PNG kept for the decoder, bytes once inflated.</summary>
    public const int MaxProfileBytes = 1024 * 1024;

    /// <summary>Widest poster kept, pixels; wider ones are shrunk, narrower ones never enlarged.</summary>
    public const int MaxWidth = 1200;

    /// <summary>Most pixels of a poster: a strip is shrunk further. Bounds the time of encoding.</summary>
    public const long MaxPosterPixels = 3_000_000;

    /// <summary>Quality of the WebP, 0 to 100: no visible loss on photographs at a fifth of their size.</summary>
    public const int Quality = 82;
}
