using System.Buffers;

namespace Actors.Web.Identity;

/// <summary>Reads the bearer token of a request. Only the <c>Authorization</c> header is accepted, no cookie and no query.</summary>
public static class BearerToken
{
    /// <summary>Maximum length; this program's tokens have less than 400 characters.</summary>
    public const int MaxLength = 2048;

    private const string Scheme = "Bearer";

    // More than RFC 6750 allows, because operators choose tokens too. The check of each kind of token is stricter.
    private static readonly SearchValues<char> s_visible = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)]);

    /// <summary>The token; null if the header is missing, repeated or malformed.</summary>
    public static string? Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var headers = request.Headers.Authorization;
        if (headers.Count != 1 || headers[0] is not { } header || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        // The scheme is followed by one or more spaces (RFC 9110, 11.4).
        var token = header.AsSpan(Scheme.Length).TrimStart(' ');
        return token.Length + Scheme.Length < header.Length && IsToken(token) ? token.ToString() : null;
    }

    /// <summary>True if the text consists of 1 to <see cref="MaxLength"/> visible ASCII characters.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(s_visible);
}
