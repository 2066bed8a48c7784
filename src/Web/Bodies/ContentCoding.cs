using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Actors.Web.Bodies;

/// <summary>In which form a body is sent.</summary>
public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Chooses the form a client likes best (RFC 9110, 12.5.3).</summary>
public static class ContentCodings
{
    // At equal liking the shorter form comes first.
    private static readonly ContentCoding[] s_byLength = [ContentCoding.Brotli, ContentCoding.Gzip, ContentCoding.Identity];

    /// <summary>The token of a coding in headers; null for a body as it is.</summary>
    public static string? NameOf(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>The coding for a request; a client that says nothing, or nothing that can be read, gets the body as it is.</summary>
    public static ContentCoding ChosenBy(HttpRequest request)
    {
        var given = request.Headers.AcceptEncoding;
        if (given.Count == 0 || !StringWithQualityHeaderValue.TryParseList(given, out var liked)) return ContentCoding.Identity;
        var best = s_byLength.MaxBy(coding => Liking(coding, liked));
        return Liking(best, liked) > 0 ? best : ContentCoding.Identity;
    }

    /// <summary>A stream that writes into <paramref name="body"/> in a coding, fast; null for a body as it is.</summary>
    public static Stream? Into(Stream body, ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
        ContentCoding.Gzip => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
        _ => null,
    };

    private static double Liking(ContentCoding coding, IList<StringWithQualityHeaderValue> liked)
    {
        var name = NameOf(coding) ?? "identity";
        var said = liked.FirstOrDefault(l => l.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? liked.FirstOrDefault(l => l.Value.Equals("*", StringComparison.Ordinal));
        // What is not named is not wanted, but for the body as it is, which is the last resort.
        return said is null ? coding == ContentCoding.Identity ? double.Epsilon : 0 : said.Quality ?? 1;
    }
}
