using System.IO.Compression;

namespace Actors.Web.Reading;

/// <summary>The content encodings a body may come in.</summary>
internal static class BodyEncoding
{
    /// <summary>A stream of decoded bytes; null when the encoding, or a pile of encodings, is not one of ours.</summary>
    public static Stream? Decode(string? encoding, Stream body) => encoding?.Trim().ToLowerInvariant() switch
    {
        null or "" or "identity" => body,
        "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(body, CompressionMode.Decompress),
        _ => null,
    };
}
