using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Auth;

[Collection(AuthGroup.Name)]
public sealed class RefreshTests(AuthSilo silo)
{
    private const string Refused = """{"detail":"Refresh token is missing or invalid"}""";

    [Theory]
    [InlineData("auth", "/auth/refresh")]
    [InlineData("gateway", "/auth/refresh")]
    [InlineData("combined", "/auth/refresh")]
    [InlineData("combined", "/auth/refresh/")]
    public async Task The_cookie_gives_a_new_access_token_and_a_new_cookie(string listener, string path)
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        var refreshed = await silo.Of(listener).PostAsync(path, cookie: login.RefreshToken);
        refreshed.Status.ShouldBe(200);
        refreshed.Body.Names().ShouldBe(["access_token", "token_type"]);
        refreshed.AccessToken.ShouldNotBe(login.AccessToken);
        refreshed.RefreshToken.ShouldNotBe(login.RefreshToken);
        refreshed.SetCookie!.ShouldContain("path=/auth/refresh; samesite=lax; httponly");
        refreshed.Headers["Cache-Control"].ShouldBe("no-store");
        (await silo.Gateway.PingAsync(refreshed.AccessToken)).ShouldBe(200);
    }

    [Theory]
    [InlineData("auth")]
    [InlineData("gateway")]
    public async Task Without_a_cookie_the_token_may_be_a_Bearer(string listener)
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        var refreshed = await silo.Of(listener).PostAsync("/auth/refresh", bearer: login.RefreshToken);
        refreshed.Status.ShouldBe(200);
        refreshed.RefreshToken.ShouldNotBe(login.RefreshToken);
    }

    [Fact]
    public async Task The_cookie_wins_over_a_Bearer()
    {
        var (_, one) = await silo.Auth.NewPersonAsync();
        var (_, two) = await silo.Auth.NewPersonAsync();
        var refreshed = await silo.Auth.PostAsync("/auth/refresh", cookie: one.RefreshToken, bearer: two.RefreshToken);
        refreshed.Status.ShouldBe(200);
        Subject(refreshed.AccessToken).ShouldBe(Subject(one.AccessToken));
        var dead = await silo.Auth.PostAsync("/auth/refresh", cookie: "dead", bearer: two.RefreshToken);
        dead.Status.ShouldBe(401);
        (await silo.Auth.PostAsync("/auth/refresh", bearer: two.RefreshToken)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_stale_second_cookie_is_ignored()
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        var (_, other) = await silo.Auth.NewPersonAsync();
        (await silo.Auth.PostAsync("/auth/logout", bearer: other.AccessToken)).Status.ShouldBe(200);
        foreach (var stale in new[] { other.RefreshToken, "damaged" })
        {
            foreach (var cookies in new[] { $"{login.RefreshToken}; refresh_token={stale}", $"{stale}; refresh_token={login.RefreshToken}" })
            {
                var refreshed = await silo.Auth.PostAsync("/auth/refresh", cookie: cookies);
                refreshed.Status.ShouldBe(200);
                Subject(refreshed.AccessToken).ShouldBe(Subject(login.AccessToken));
            }
        }

        var refused = await silo.Auth.PostAsync("/auth/refresh", cookie: $"{other.RefreshToken}; refresh_token=damaged");
        refused.Status.ShouldBe(401);
        refused.SetCookie!.ShouldContain("path=/auth/refresh");
    }

    [Fact]
    public async Task Twenty_concurrent_refreshes_get_the_same_pair()
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => silo.Auth.PostAsync("/auth/refresh", cookie: login.RefreshToken)));
        answers.ShouldAllBe(a => a.Status == 200);
        answers.Select(a => a.RefreshToken).Distinct().ShouldHaveSingleItem();
        answers.Select(a => a.Text).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_any_token_it_is_401_and_no_cookie_is_touched()
    {
        var refused = await silo.Auth.PostAsync("/auth/refresh");
        refused.Status.ShouldBe(401);
        refused.Text.ShouldBe(Refused);
        refused.SetCookie.ShouldBeNull();
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAA")]
    [InlineData("%00")]
    [InlineData("..%2f..%2fetc")]
    public async Task A_dead_cookie_is_401_and_deleted(string cookie)
    {
        var refused = await silo.Auth.PostAsync("/auth/refresh", cookie: cookie);
        refused.Status.ShouldBe(401);
        refused.Text.ShouldBe(Refused);
        refused.SetCookie!.ShouldStartWith("refresh_token=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/auth/refresh");
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Token x")]
    public async Task Another_authorization_is_401(string header) =>
        (await silo.Auth.AskAsync(HttpMethod.Post, "/auth/refresh", headers: ("Authorization", header))).Text.ShouldBe(Refused);

    [Fact]
    public async Task A_cookie_of_a_megabyte_is_refused_and_the_next_request_is_served()
    {
        (await silo.Auth.AskAsync(HttpMethod.Post, "/auth/refresh", headers: ("Cookie", "refresh_token=" + new string('a', 20_000)))).Status.ShouldBe(401);
        (await silo.Auth.AskAsync(HttpMethod.Post, "/auth/refresh", headers: ("Cookie", "refresh_token=" + new string('a', 1_000_000)))).Status.ShouldBe(431);
        (await silo.Auth.ReadAsync("/health")).Status.ShouldBe(200);
    }

    private static string Subject(string accessToken) => Jwt.Claims(accessToken)["sub"]!.ToString();
}
