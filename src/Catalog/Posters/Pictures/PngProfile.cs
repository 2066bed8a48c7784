using System.IO.Compression;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>The iCCP chunk of a PNG: a name, a zero, the compression method and the compressed profile.</summary>
internal static class PngProfile
{
    private const int MaxNameLength = 79;
    private const byte Deflate = 0;

    /// <summary>Inflates no more than the limit, so that a decompression bomb stays cheap and never reaches the decoder.</summary>
    public static bool IsSafe(ReadOnlySpan<byte> body)
    {
        var name = body.IndexOf((byte)0);
        if (name is < 1 or > MaxNameLength || body.Length < name + 2 || body[name + 1] != Deflate)
            return false;
        using var profile = new ZLibStream(new MemoryStream(body[(name + 2)..].ToArray()), CompressionMode.Decompress);
        try
        {
            return profile.ReadAtLeast(new byte[PosterLimits.MaxProfileBytes + 1], PosterLimits.MaxProfileBytes + 1, throwOnEndOfStream: false) <= PosterLimits.MaxProfileBytes;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
