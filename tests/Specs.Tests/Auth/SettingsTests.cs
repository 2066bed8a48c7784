using Actors.Specs.Tests.EventsPlatform;
using Actors.TestKit;

namespace Actors.Specs.Tests.Auth;

/// <summary>The settings of these routes.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("auth")]
    [InlineData("gateway")]
    [InlineData("combined")]
    public async Task A_setting_hides_that_an_address_is_known(string listener)
    {
        using var settings = new SiloSettings(("REGISTER_ENUMERATION_SAFE", "true"));
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var client = listener == "combined" ? silo.Client : silo.ClientFor(listener);
        var email = Asking.NewEmail();
        var first = await client.PostAsync("/auth/register", Asking.Credentials(email));
        var again = await client.PostAsync("/auth/register", Asking.Credentials(email, "another password"));
        (again.Status, again.Text.Length).ShouldBe((201, first.Text.Length));
        again.Body.Names().ShouldBe(first.Body.Names());
        again.Headers.Keys.Order().ShouldBe(first.Headers.Keys.Order());
        if (first.Body!["id"] is { } id)
        {
            again.Body.Text("id").ShouldNotBe(id.ToString());
            Guid.Parse(again.Body.Text("id")).Version.ShouldBe(Guid.Parse(id.ToString()).Version);
        }

        (await client.LoginAsync(email)).Status.ShouldBe(200);
        (await client.LoginAsync(email, "another password")).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_setting_refuses_common_passwords()
    {
        using var settings = new SiloSettings(("REFUSE_COMMON_PASSWORDS", "true"));
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var email = Asking.NewEmail();
        var platform = await silo.ClientFor("auth").PostAsync("/auth/register", Asking.Credentials(email, "Password1"));
        platform.Status.ShouldBe(422);
        platform.Body.ShouldBeJson("""{"detail":[{"loc":["body","password"],"msg":"Value error, this password is too common","type":"value_error"}]}""");
        var face = await silo.Client.PostAsync("/api/auth/register", Asking.Credentials(email, "Password1"));
        face.Status.ShouldBe(400);
        face.Body.ShouldBeJson("""{"password":["This password is too common."]}""");
        (await silo.ClientFor("auth").PostAsync("/auth/register", Asking.Credentials(email))).Status.ShouldBe(201);
        var change = Asking.Credentials(email);
        change["newPassword"] = "123456";
        var changed = await silo.ClientFor("auth").PostAsync("/auth/change-password", change);
        changed.Status.ShouldBe(422);
        changed.Body.ShouldBeJson("""{"detail":[{"loc":["body","newPassword"],"msg":"Value error, this password is too common","type":"value_error"}]}""");
        (await silo.ClientFor("auth").LoginAsync(email)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Outside_Development_the_cookie_is_Secure()
    {
        using var settings = new SiloSettings(("SECRET_KEY", "hJ8vQ2nXw5Tz7LrYc3BkM9sFd6GpE4aU1oVi")) { Environment = "Staging" };
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var (_, login) = await silo.ClientFor("auth").NewPersonAsync();
        login.SetCookie!.ShouldContain("; path=/auth/refresh; secure; samesite=lax; httponly");
        (await silo.ClientFor("auth").PostAsync("/auth/logout", bearer: login.AccessToken)).SetCookie!.ShouldContain("; path=/auth/refresh; secure; samesite=lax; httponly");
    }
}
