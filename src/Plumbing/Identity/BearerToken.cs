using System.Buffers;

namespace Actors.Plumbing.Identity;

/// <summary>The token of a request. It comes in the <c>Authorization</c> header only: no cookie and no query gives access.</summary>
internal static class BearerToken
{
    /// <summary>Characters; ours have under 400. Nothing longer is looked at.</summary>
    public const int MaxLength = 2048;

    private const string Scheme = "Bearer ";

    // RFC 6750's b64token without padding, which no token of ours has.
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>The token; null when there is none, more than one, or something else.</summary>
    public static string? Of(HttpRequest request)
    {
        var headers = request.Headers.Authorization;
        if (headers.Count != 1 || headers[0] is not { } header || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = header.AsSpan(Scheme.Length);
        return token.Length is > 0 and <= MaxLength && !token.ContainsAnyExcept(Allowed) ? token.ToString() : null;
    }
}
