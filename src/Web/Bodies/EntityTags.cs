using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Actors.Web.Bodies;

/// <summary>Creates and compares ETags.</summary>
public static class EntityTags
{
    private const int Bytes = 12;
    private const string Weak = "W/";

    /// <summary>The quoted ETag of a body.</summary>
    public static string Of(ReadOnlySpan<byte> body) => Quoted(SHA256.HashData(body));

    /// <summary>The quoted ETag of a body and its headers.</summary>
    public static string Of(ReadOnlyMemory<byte> body, string headers) => Of([body], headers);

    /// <summary>The quoted ETag of a body in several buffers and its headers.</summary>
    public static string Of(ImmutableArray<ReadOnlyMemory<byte>> pieces, string headers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces) hash.AppendData(piece.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(headers));
        return Quoted(hash.GetHashAndReset());
    }

    /// <summary>The ETag of a compressed form: different bytes need a different ETag.</summary>
    public static string In(string etag, ContentCoding coding) => ContentCodings.NameOf(coding) is { } name ? $"{etag[..^1]}-{name}\"" : etag;

    /// <summary>True if <c>If-None-Match</c> contains the ETag, by weak comparison (RFC 9110, 13.1.2).</summary>
    public static bool IsKnown(HttpRequest request, string etag)
    {
        var given = request.Headers.IfNoneMatch;
        if (given.Count == 0) return false;
        var opaque = etag.StartsWith(Weak, StringComparison.Ordinal) ? etag[Weak.Length..] : etag;
        return EntityTagHeaderValue.TryParseList(given, out var tags)
            && tags.Any(tag => tag.Tag == "*" || tag.Tag.Equals(opaque, StringComparison.Ordinal));
    }

    private static string Quoted(byte[] hash) => $"\"{Convert.ToHexStringLower(hash.AsSpan(0, Bytes))}\"";
}
