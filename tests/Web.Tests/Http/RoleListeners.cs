using System.Net;
using Actors.TestKit;
using Actors.Web.Errors;
using Actors.Web.Listeners;
using Actors.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.Http;

public sealed class RoleListeners : IAsyncLifetime
{
    private readonly int _combined = FreePort.Next();
    private readonly int _auth = FreePort.Next();
    private readonly int _catalog = FreePort.Next();
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(Map, builder =>
    {
        builder.Configuration["LISTENERS"] = $"auth={_auth},catalog={_catalog}";
        builder.Configuration["urls"] = $"http://localhost:{_combined}";
        builder.AddListeners(new(builder.Configuration));
        builder.Services.AddHealthChecks();
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Health_names_the_role_of_the_listener()
    {
        (await TextAsync(_combined, "/health")).ShouldBe("""{"status":"ok","service":"gateway"}""");
        (await TextAsync(_auth, "/health")).ShouldBe("""{"status":"ok","service":"auth"}""");
        (await TextAsync(_catalog, "/health")).ShouldBe("""{"status":"ok","service":"catalog"}""");
    }

    [Fact]
    public async Task A_path_of_another_role_is_404_for_every_method()
    {
        (await StatusAsync(_catalog, "/catalog/events")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(_combined, "/catalog/events")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(_auth, "/catalog/events")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(_auth, "/catalog/events", HttpMethod.Delete)).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(_catalog, "/catalog/events", HttpMethod.Delete)).ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await TextAsync(_auth, "/catalog/events")).ShouldBe("""{"detail":"Not Found"}""");
    }

    [Fact]
    public async Task Two_roles_may_map_one_path_to_different_endpoints()
    {
        (await TextAsync(_auth, "/who")).ShouldBe("auth");
        (await TextAsync(_combined, "/who")).ShouldBe("combined");
        (await TextAsync(_catalog, "/who")).ShouldBe("anybody");
    }

    [Fact]
    public async Task A_forged_Host_changes_nothing()
    {
        var forged = await RawHttp.SendAsync(
            new IPEndPoint(IPAddress.Loopback, _auth),
            $"GET /catalog/events HTTP/1.1\nHost: localhost:{_catalog}\nX-Forwarded-Host: localhost:{_catalog}\nX-Forwarded-Port: {_catalog}\nConnection: close\n\n");
        forged.ShouldStartWith("HTTP/1.1 404");
        var absolute = await RawHttp.SendAsync(
            new IPEndPoint(IPAddress.Loopback, _auth),
            $"GET http://localhost:{_catalog}/catalog/events HTTP/1.1\nHost: localhost:{_catalog}\nConnection: close\n\n");
        absolute.ShouldStartWith("HTTP/1.1 404");
    }

    [Fact]
    public async Task Both_loopback_addresses_listen()
    {
        (await StatusAsync(_auth, "/health", host: "127.0.0.1")).ShouldBe(HttpStatusCode.OK);
        if (System.Net.Sockets.Socket.OSSupportsIPv6)
        {
            (await StatusAsync(_auth, "/health", host: "[::1]")).ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("/slash")]
    [InlineData("/slash/")]
    [InlineData("/slashed")]
    [InlineData("/slashed/")]
    public async Task A_trailing_slash_matches_the_same_route(string path)
    {
        using var content = new StringContent("body");
        using var answer = await _server.Client.PostAsync(path, content);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("body");
    }

    private static void Map(WebApplication app)
    {
        app.MapHealth();
        app.MapGroup("/catalog").WithErrors(ErrorDialect.FastApi).ForRoles("catalog").MapGet("/events", () => "[]");
        app.MapGet("/who", () => "auth").ForRoles("auth");
        app.MapGet("/who", (HttpContext context) => context.GetRole()).ForRoles("gateway", ListenerPlan.Combined);
        app.MapGet("/who", () => "anybody");
        app.MapPost("/slash", Echo);
        app.MapPost("/slashed/", Echo);
    }

    private static Task Echo(HttpContext context) => context.Request.Body.CopyToAsync(context.Response.Body);

    private async Task<string> TextAsync(int port, string path) => await (await _server.Client.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"))).Content.ReadAsStringAsync();

    private async Task<HttpStatusCode> StatusAsync(int port, string path, HttpMethod? method = null, string host = "127.0.0.1")
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri($"http://{host}:{port}{path}"));
        using var answer = await _server.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
