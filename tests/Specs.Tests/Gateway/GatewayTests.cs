using Actors.Specs.Tests.Auth;
using Actors.Specs.Tests.EventsPlatform;

namespace Actors.Specs.Tests.Gateway;

/// <summary>The routes of the gateway. Forwarded routes are tested with their own service, on this listener too.</summary>
[Collection(AuthGroup.Name)]
public sealed class GatewayTests(AuthSilo silo)
{
    [Fact]
    public async Task Health() => (await silo.Gateway.ReadAsync("/health")).Text.ShouldBe("""{"status":"ok","service":"gateway"}""");

    [Theory]
    [InlineData("/auth/register")]
    [InlineData("/auth/register/")]
    public async Task A_registration_returns_only_the_documented_message(string path)
    {
        var email = Asking.NewEmail();
        var made = await silo.Gateway.PostAsync(path, Asking.Credentials(email));
        made.Status.ShouldBe(201);
        made.Text.ShouldBe("""{"message":"Succes"}""");
        (await silo.Gateway.LoginAsync(email)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_refused_registration_keeps_the_auth_services_body()
    {
        var body = Asking.Credentials(await silo.Gateway.RegisterAsync());
        var here = await silo.Gateway.PostAsync("/auth/register", body);
        here.Status.ShouldBe(400);
        here.Fingerprint.ShouldBe((await silo.Auth.PostAsync("/auth/register", body)).Fingerprint);
        body["email"] = "nobody";
        (await silo.Gateway.PostAsync("/auth/register", body)).Fingerprint.ShouldBe((await silo.Auth.PostAsync("/auth/register", body)).Fingerprint);
    }

    [Fact]
    public async Task The_ping_names_the_account()
    {
        var (_, login) = await silo.Gateway.NewPersonAsync();
        var pong = await silo.Gateway.ReadAsync("/me/ping", login.AccessToken);
        pong.Status.ShouldBe(200);
        pong.Body.ShouldBeJson($$"""{"message":"pong","user_id":"{{Jwt.Claims(login.AccessToken)["sub"]}}"}""");
    }

    [Fact]
    public async Task The_ping_needs_a_token()
    {
        var refused = await silo.Gateway.ReadAsync("/me/ping");
        refused.Status.ShouldBe(401);
        refused.Body.Names().ShouldBe(["detail"]);
        refused.Headers["WWW-Authenticate"].ShouldBe("Bearer");
    }

    [Fact]
    public async Task The_gateway_serves_the_catalogue() => (await silo.Gateway.ReadAsync("/catalog/events")).Text.ShouldBe("[]");

    [Theory]
    [InlineData("scraper")]
    [InlineData("catalog")]
    [InlineData("scraperCatalog")]
    public async Task Other_services_do_not_have_these_paths(string listener)
    {
        foreach (var path in new[] { "/auth/register", "/auth/login", "/auth/refresh", "/auth/change-password", "/auth/logout", "/api/auth/login" })
            (await silo.Of(listener).PostAsync(path, Asking.Credentials("user@example.com"))).Status.ShouldBe(404, path);
        (await silo.Of(listener).ReadAsync("/me/ping")).Status.ShouldBe(404);
        (await silo.Of(listener).ReadAsync("/auth/sessions")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_auth_service_has_no_ping_and_events_face_is_on_the_combined_listener_alone()
    {
        (await silo.Auth.ReadAsync("/me/ping")).Status.ShouldBe(404);
        (await silo.Auth.PostAsync("/api/auth/login")).Status.ShouldBe(404);
        (await silo.Gateway.PostAsync("/api/auth/login")).Status.ShouldBe(404);
    }
}
