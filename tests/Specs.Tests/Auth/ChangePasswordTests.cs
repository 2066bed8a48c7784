using System.Text.Json.Nodes;
using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Auth;

[Collection(AuthGroup.Name)]
public sealed class ChangePasswordTests(AuthSilo silo)
{
    [Theory]
    [InlineData("auth", "/auth/change-password")]
    [InlineData("gateway", "/auth/change-password")]
    [InlineData("combined", "/auth/change-password/")]
    public async Task A_changed_password_ends_all_other_sessions(string listener, string path)
    {
        var (email, login) = await silo.Auth.NewPersonAsync();
        var elsewhere = await silo.Auth.LoginAsync(email);
        var changed = await silo.Of(listener).PostAsync(path, Change(email, Asking.Password, "a new one"));
        changed.Status.ShouldBe(200);
        changed.Body.Names().ShouldBe(["access_token", "token_type"]);
        changed.SetCookie!.ShouldContain("path=/auth/refresh; samesite=lax; httponly");
        changed.Headers["Cache-Control"].ShouldBe("no-store");

        (await silo.Gateway.PingAsync(changed.AccessToken)).ShouldBe(200);
        (await silo.Gateway.PingAsync(login.AccessToken)).ShouldBe(401);
        (await silo.Auth.PostAsync("/auth/refresh", cookie: elsewhere.RefreshToken)).Status.ShouldBe(401);
        (await silo.Auth.PostAsync("/auth/refresh", cookie: changed.RefreshToken)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Only_the_new_password_signs_in()
    {
        var email = await silo.Auth.RegisterAsync();
        (await silo.Auth.PostAsync("/auth/change-password", Change(email, Asking.Password, "new"))).Status.ShouldBe(200);
        (await silo.Auth.LoginAsync(email)).Status.ShouldBe(401);
        (await silo.Auth.LoginAsync(email, "new")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Wrong_credentials_are_401_and_change_nothing()
    {
        var email = await silo.Auth.RegisterAsync();
        var refused = await silo.Auth.PostAsync("/auth/change-password", Change(email, "wrong", "new"));
        refused.Status.ShouldBe(401);
        refused.Text.ShouldBe("""{"detail":"Invalid credentials"}""");
        refused.SetCookie.ShouldBeNull();
        (await silo.Auth.LoginAsync(email)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_new_password_has_the_documented_name_and_no_other()
    {
        var body = Asking.Credentials(await silo.Auth.RegisterAsync());
        body["new_password"] = "new";
        var refused = await silo.Auth.PostAsync("/auth/change-password", body);
        refused.Status.ShouldBe(422);
        refused.Body.ShouldBeJson("""{"detail":[{"loc":["body","newPassword"],"msg":"Field required","type":"missing"}]}""");
    }

    private static JsonObject Change(string email, string password, string wanted)
    {
        var body = Asking.Credentials(email, password);
        body["newPassword"] = wanted;
        return body;
    }
}
