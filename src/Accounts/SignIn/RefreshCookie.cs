using Actors.Accounts.Sessions;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>
/// The documented refresh cookie. SameSite=Lax excludes it from cross-site POSTs, and CORS hides the response from other origins, so no CSRF token is
/// needed.
/// </summary>
internal sealed class RefreshCookie(AuthOptions options, TimeProvider timeProvider)
{
    public const string Name = "refresh_token";
    public const string Path = "/auth/refresh";

    /// <summary>Maximum number of cookies of this name that are tried.</summary>
    public const int MaxTokens = 4;

    private const string Prefix = Name + "=";

    /// <summary>
    /// The tokens in the browser's order: a cookie with a longer path precedes one with a shorter path, which another version of the front end may
    /// have set (RFC 6265, 5.4). At most <see cref="MaxTokens"/>.
    /// </summary>
    public static string[] Read(HttpRequest request) =>
    [
        .. request.Headers.Cookie.SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            .Where(cookie => cookie.Length > Prefix.Length && cookie.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(cookie => cookie[Prefix.Length..].Trim('"')).Distinct(StringComparer.Ordinal).Take(MaxTokens),
    ];

    /// <summary>Sets the cookie; it expires with the session.</summary>
    public void Set(HttpResponse response, TokenPair tokens)
    {
        var cookie = Attributes();
        cookie.MaxAge = TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling((tokens.RefreshExpires - timeProvider.GetUtcNow()).TotalSeconds)));
        response.Cookies.Append(Name, tokens.RefreshToken, cookie);
    }

    /// <summary>Deletes the cookie. The path must be the same as in <see cref="Set"/> (C37).</summary>
    public void Delete(HttpResponse response) => response.Cookies.Delete(Name, Attributes());

    private CookieOptions Attributes() =>
        new() { HttpOnly = true, Path = Path, SameSite = SameSiteMode.Lax, Secure = options.SecureCookies, IsEssential = true };
}
