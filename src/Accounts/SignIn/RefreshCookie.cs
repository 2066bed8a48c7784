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

    /// <summary>The token that the browser sent; null when it sent none.</summary>
    public static string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(Name, out var token) && token.Length > 0 ? token : null;

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
