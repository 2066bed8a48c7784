using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace Actors.Web.Bodies;

/// <summary>The content coding of a body.</summary>
public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Chooses the content coding that a client prefers (RFC 9110, 12.5.3).</summary>
public static class ContentCodings
{
    // With equal preference, the shortest form wins.
    private static readonly ContentCoding[] s_byLength = [ContentCoding.Brotli, ContentCoding.Gzip, ContentCoding.Identity];

    /// <summary>The token of a coding in headers; null for identity.</summary>
    public static string? NameOf(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => "br",
        ContentCoding.Gzip => "gzip",
        _ => null,
    };

    /// <summary>The coding for a request; identity if <c>Accept-Encoding</c> is missing or invalid.</summary>
    public static ContentCoding ChosenBy(HttpRequest request)
    {
        var given = request.Headers.AcceptEncoding;
        if (given.Count == 0 || !StringWithQualityHeaderValue.TryParseList(given, out var accepted)) return ContentCoding.Identity;
        var best = s_byLength.MaxBy(coding => QualityOf(coding, accepted));
        return QualityOf(best, accepted) > 0 ? best : ContentCoding.Identity;
    }

    /// <summary>A stream that compresses into <paramref name="body"/> at the fastest level; null for identity.</summary>
    public static Stream? Into(Stream body, ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => new BrotliStream(body, CompressionLevel.Fastest, leaveOpen: true),
        ContentCoding.Gzip => new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true),
        _ => null,
    };

    private static double QualityOf(ContentCoding coding, IList<StringWithQualityHeaderValue> accepted)
    {
        var name = NameOf(coding) ?? "identity";
        var match = accepted.FirstOrDefault(l => l.Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? accepted.FirstOrDefault(l => l.Value.Equals("*", StringComparison.Ordinal));
        // Codings that the header does not list are refused, except identity as the last resort.
        return match is null ? coding == ContentCoding.Identity ? double.Epsilon : 0 : match.Quality ?? 1;
    }
}
