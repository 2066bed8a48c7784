using System.Net;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.Http;

/// <summary>Promise S11, malformed request lines and headers are refused, cause no 5xx and reach no other route.</summary>
public sealed class HostileRequests : IAsyncLifetime
{
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(app =>
    {
        app.MapGroup("/catalog").WithErrors(ErrorDialect.FastApi).MapGet("/events", () => "[]");
        app.MapGroup("/catalog").WithErrors(ErrorDialect.FastApi).MapPost("/slow", async (HttpContext context) => (await Reading.JsonBody.ReadAsync(context)) is { Ok: false, Error: var error } ? ApiErrors.Result(error) : Results.Ok());
        app.MapGet("/secret", () => "secret");
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/catalog/..%2fsecret")]
    [InlineData("/catalog/%2e%2e%2fsecret")]
    [InlineData("/catalog/%252e%252e%252fsecret")]
    [InlineData("/catalog/..%5csecret")]
    [InlineData("//secret")]
    [InlineData("/catalog//events")]
    [InlineData("/catalog/events%00")]
    [InlineData("/catalog/events%0d%0aX-Injected:%20yes")]
    [InlineData("/catalog/events%ff")]
    [InlineData("/catalog/events;x=1")]
    [InlineData("/%")]
    [InlineData("*")]
    public async Task Unusual_paths_reach_no_route(string path)
    {
        var answer = await RawHttp.SendAsync(_server.EndPoint, $"GET {path} HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("secret\r\n0");
        answer.ShouldNotContain("X-Injected: yes");
    }

    [Theory]
    [InlineData("TRACE", "405")]
    [InlineData("TRACK", "405")]
    [InlineData("CONNECT", "40")]
    [InlineData("POST", "405")]
    [InlineData("HEAD", "405")]
    public async Task Unknown_methods_are_refused_and_not_echoed(string method, string status)
    {
        var answer = await RawHttp.SendAsync(_server.EndPoint, $"{method} /catalog/events HTTP/1.1\nHost: localhost\nX-Secret: not-for-you\nX-HTTP-Method-Override: GET\nContent-Length: 0\nConnection: close\n\n");

        answer.ShouldStartWith($"HTTP/1.1 {status}");
        answer.ShouldNotContain("not-for-you");
    }

    [Theory]
    [InlineData("Host: a\nHost: b\n")]
    [InlineData("Host: local host\n")]
    [InlineData("")]
    [InlineData("Host: localhost\nX Bad: 1\n")]
    [InlineData("Host: localhost\nX-Bad\n")]
    [InlineData("Host: localhost\n X-Folded: 1\n")]
    public async Task Malformed_heads_are_400(string headers) =>
        (await RawHttp.SendAsync(_server.EndPoint, $"GET /catalog/events HTTP/1.1\n{headers}Connection: close\n\n")).ShouldStartWith("HTTP/1.1 400");

    [Fact]
    public async Task Headers_that_are_too_long_are_431() =>
        (await RawHttp.SendAsync(_server.EndPoint, $"GET /catalog/events HTTP/1.1\nHost: localhost\nX-Long: {new string('a', 40_000)}\n\n")).ShouldStartWith("HTTP/1.1 431");

    [Fact]
    public async Task Request_smuggling_is_refused()
    {
        // CL.TE: if Content-Length were used, the second request would be answered too.
        var answer = await RawHttp.SendAsync(
            _server.EndPoint,
            "POST /catalog/slow HTTP/1.1\nHost: localhost\nContent-Type: application/json\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\nGET /secret HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("\r\n\r\nsecret");
    }

    [Fact]
    public async Task A_404_does_not_echo_the_path()
    {
        using var answer = await _server.Client.GetAsync("/catalog/<script>alert(1)</script>");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"detail":"Not Found"}""");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }
}
