using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Auth;

[Collection(AuthGroup.Name)]
public sealed class LoginTests(AuthSilo silo)
{
    [Theory]
    [InlineData("auth", "/auth/login")]
    [InlineData("gateway", "/auth/login")]
    [InlineData("combined", "/auth/login")]
    [InlineData("combined", "/auth/login/")]
    public async Task It_answers_an_access_token_and_sets_the_documented_cookie(string listener, string path)
    {
        var email = await silo.Auth.RegisterAsync();
        var login = await silo.Of(listener).PostAsync(path, Asking.Credentials(email));
        login.Status.ShouldBe(200);
        login.Body.Names().ShouldBe(["access_token", "token_type"]);
        login.Body.Text("token_type").ShouldBe("bearer");
        login.AccessToken.Split('.').Length.ShouldBe(3);
        login.Headers["Cache-Control"].ShouldBe("no-store");
        login.Text.ShouldNotContain(login.RefreshToken);
    }

    [Fact]
    public async Task The_cookie_has_the_documented_attributes_and_lasts_as_long_as_the_session()
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        var attributes = login.SetCookie!.Split("; ").Skip(1).Order(StringComparer.Ordinal).ToArray();
        attributes.ShouldBe(["httponly", attributes[1], "path=/auth/refresh", "samesite=lax"]);
        var seconds = int.Parse(attributes[1]["max-age=".Length..], System.Globalization.CultureInfo.InvariantCulture);
        seconds.ShouldBeInRange((30 * 86400) - 60, 30 * 86400);
    }

    [Fact]
    public async Task The_address_is_case_insensitive()
    {
        var email = await silo.Auth.RegisterAsync();
        (await silo.Auth.LoginAsync(email.ToUpperInvariant())).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("auth")]
    [InlineData("gateway")]
    [InlineData("combined")]
    public async Task Wrong_credentials_are_401_and_set_no_cookie(string listener)
    {
        var email = await silo.Auth.RegisterAsync();
        var refused = await silo.Of(listener).LoginAsync(email, "wrong");
        refused.Status.ShouldBe(401);
        refused.Text.ShouldBe("""{"detail":"Invalid credentials"}""");
        refused.Headers["WWW-Authenticate"].ShouldBe("Bearer");
        refused.SetCookie.ShouldBeNull();
    }

    [Fact]
    public async Task A_password_is_compared_completely_and_case_sensitively()
    {
        var email = Asking.NewEmail();
        var password = new string('p', 1000) + "Z";
        (await silo.Auth.PostAsync("/auth/register", Asking.Credentials(email, password))).Status.ShouldBe(201);
        (await silo.Auth.LoginAsync(email, password)).Status.ShouldBe(200);
        (await silo.Auth.LoginAsync(email, password[..^1])).Status.ShouldBe(401);
        (await silo.Auth.LoginAsync(email, new string('p', 1000) + "z")).Status.ShouldBe(401);
    }
}
