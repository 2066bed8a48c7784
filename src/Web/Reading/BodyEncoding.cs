using System.IO.Compression;

namespace Actors.Web.Reading;

/// <summary>Decodes the content encodings of request bodies.</summary>
internal static class BodyEncoding
{
    /// <summary>A stream of decoded bytes; null if the encoding, or a combination of encodings, is not supported.</summary>
    public static Stream? Decode(string? encoding, Stream body) => encoding?.Trim().ToLowerInvariant() switch
    {
        null or "" or "identity" => body,
        "gzip" or "x-gzip" => new GZipStream(body, CompressionMode.Decompress),
        "br" => new BrotliStream(body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(body, CompressionMode.Decompress),
        _ => null,
    };
}
