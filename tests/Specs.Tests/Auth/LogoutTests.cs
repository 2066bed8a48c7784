namespace Actors.Specs.Tests.Auth;

[Collection(AuthGroup.Name)]
public sealed class LogoutTests(AuthSilo silo)
{
    [Theory]
    [InlineData("auth", "/auth/logout")]
    [InlineData("gateway", "/auth/logout")]
    [InlineData("combined", "/auth/logout/")]
    public async Task Logout_without_a_cookie_ends_the_session(string listener, string path)
    {
        var (email, login) = await silo.Auth.NewPersonAsync();
        var elsewhere = await silo.Auth.LoginAsync(email);
        var left = await silo.Of(listener).PostAsync(path, bearer: login.AccessToken);
        left.Status.ShouldBe(200);
        left.Text.ShouldBe("""{"detail":"Logged out"}""");
        left.SetCookie!.ShouldStartWith("refresh_token=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/auth/refresh");

        (await silo.Gateway.PingAsync(login.AccessToken)).ShouldBe(401);
        (await silo.Auth.PostAsync("/auth/refresh", cookie: login.RefreshToken)).Status.ShouldBe(401);
        (await silo.Auth.PostAsync(path, bearer: login.AccessToken)).Status.ShouldBe(401);
        (await silo.Gateway.PingAsync(elsewhere.AccessToken)).ShouldBe(200);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    [InlineData("a.b.c")]
    public async Task Without_a_valid_access_token_it_is_401(string? bearer)
    {
        var refused = await silo.Auth.PostAsync("/auth/logout", bearer: bearer);
        refused.Status.ShouldBe(401);
        refused.Text.ShouldBe("""{"detail":"Not authenticated"}""");
        refused.Headers["WWW-Authenticate"].ShouldBe("Bearer");
        refused.SetCookie.ShouldBeNull();
    }

    [Fact]
    public async Task The_cookie_alone_does_not_sign_out()
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        (await silo.Auth.PostAsync("/auth/logout", cookie: login.RefreshToken)).Status.ShouldBe(401);
        (await silo.Gateway.PingAsync(login.AccessToken)).ShouldBe(200);
    }

    [Fact]
    public async Task The_documented_method_is_POST()
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        var refused = await silo.Auth.ReadAsync("/auth/logout", login.AccessToken);
        refused.Status.ShouldBe(405);
        refused.Headers["Allow"].ShouldBe("POST");
        (await silo.Gateway.PingAsync(login.AccessToken)).ShouldBe(200);
    }
}
