using Actors.Accounts.Sessions;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>
/// The documented cookie. Lax keeps it away from another site's POST, and an origin that CORS does not allow cannot read the answer, so the
/// refresh needs no token of its own against forgery.
/// </summary>
internal sealed class RefreshCookie(DoorOptions options, TimeProvider timeProvider)
{
    public const string Name = "refresh_token";
    public const string Path = "/auth/refresh";

    /// <summary>The most cookies of this name that are tried.</summary>
    public const int MaxTokens = 4;

    private const string Prefix = Name + "=";

    /// <summary>
    /// The tokens that the browser sent, in its order: a cookie with a longer path comes before one that another version of the front end may have left
    /// at a shorter path (RFC 6265, 5.4). At most <see cref="MaxTokens"/>.
    /// </summary>
    public static string[] Read(HttpRequest request) =>
    [
        .. request.Headers.Cookie.SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            .Where(cookie => cookie.Length > Prefix.Length && cookie.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(cookie => cookie[Prefix.Length..].Trim('"')).Distinct(StringComparer.Ordinal).Take(MaxTokens),
    ];

    /// <summary>Hands the token to the browser until the session ends by itself.</summary>
    public void Set(HttpResponse response, TokenPair tokens)
    {
        var cookie = Attributes();
        cookie.MaxAge = TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling((tokens.RefreshExpires - timeProvider.GetUtcNow()).TotalSeconds)));
        response.Cookies.Append(Name, tokens.RefreshToken, cookie);
    }

    /// <summary>Has the browser forget it. The path must be the same, or it would not (C37).</summary>
    public void Delete(HttpResponse response) => response.Cookies.Delete(Name, Attributes());

    private CookieOptions Attributes() =>
        new() { HttpOnly = true, Path = Path, SameSite = SameSiteMode.Lax, Secure = options.SecureCookies, IsEssential = true };
}
