using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.Tests.SignIn;

public sealed class RefreshCookieTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly DefaultHttpContext _http = new();

    [Theory]
    [InlineData(false, "refresh_token=abc; max-age=90; path=/auth/refresh; samesite=lax; httponly")]
    [InlineData(true, "refresh_token=abc; max-age=90; path=/auth/refresh; secure; samesite=lax; httponly")]
    public void The_cookie_expires_with_the_session(bool secure, string expected)
    {
        Cookie(secure).Set(_http.Response, Tokens(TimeSpan.FromSeconds(89.1)));
        _http.Response.Headers.SetCookie.ToString().ShouldBe(expected);
    }

    [Fact]
    public void An_expired_session_sets_an_expired_cookie()
    {
        Cookie(false).Set(_http.Response, Tokens(TimeSpan.FromSeconds(-5)));
        _http.Response.Headers.SetCookie.ToString().ShouldContain("max-age=0;");
    }

    [Theory]
    [InlineData(false, "refresh_token=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/auth/refresh; samesite=lax; httponly")]
    [InlineData(true, "refresh_token=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/auth/refresh; secure; samesite=lax; httponly")]
    public void Delete_uses_the_same_path(bool secure, string expected)
    {
        Cookie(secure).Delete(_http.Response);
        _http.Response.Headers.SetCookie.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("refresh_token=abc", "abc")]
    [InlineData("other=1; refresh_token=abc", "abc")]
    [InlineData("refresh_token=\"abc\"", "abc")]
    [InlineData("refresh_token=abc; refresh_token=def; refresh_token=abc", "abc", "def")]
    [InlineData("refresh_token=1; refresh_token=2; refresh_token=3; refresh_token=4; refresh_token=5", "1", "2", "3", "4")]
    [InlineData("refresh_token=")]
    [InlineData("Refresh=abc")]
    [InlineData("")]
    public void The_cookies_of_a_browser_are_read(string header, params string[] expected)
    {
        _http.Request.Headers.Cookie = header;
        RefreshCookie.Read(_http.Request).ShouldBe(expected);
    }

    private RefreshCookie Cookie(bool secure) => new(new AuthOptions(HidesTaken: false, SecureCookies: secure), _clock);

    private TokenPair Tokens(TimeSpan lifetime) => new("access", "abc", _clock.GetUtcNow() + lifetime);
}
