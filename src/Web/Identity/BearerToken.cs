using System.Buffers;

namespace Actors.Web.Identity;

/// <summary>
/// The token of a request, of whatever kind the route takes. It comes in the <c>Authorization</c> header only: no cookie and no query gives access.
/// </summary>
public static class BearerToken
{
    /// <summary>Characters; ours have under 400. Nothing longer is looked at.</summary>
    public const int MaxLength = 2048;

    private const string Scheme = "Bearer";

    // More than RFC 6750 has, because operators choose tokens too. Whoever judges a token is strict about its own kind.
    private static readonly SearchValues<char> s_visible = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)]);

    /// <summary>The token; null when there is none, more than one, or something else.</summary>
    public static string? Of(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var headers = request.Headers.Authorization;
        if (headers.Count != 1 || headers[0] is not { } header || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        // One space or more stand between the scheme and the token (RFC 9110, 11.4).
        var token = header.AsSpan(Scheme.Length).TrimStart(' ');
        return token.Length + Scheme.Length < header.Length && IsToken(token) ? token.ToString() : null;
    }

    /// <summary>Whether a text can be sent as a token: visible ASCII, 1 to <see cref="MaxLength"/> characters.</summary>
    public static bool IsToken(ReadOnlySpan<char> text) => text.Length is > 0 and <= MaxLength && !text.ContainsAnyExcept(s_visible);
}
