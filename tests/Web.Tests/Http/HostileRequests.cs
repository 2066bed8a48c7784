using System.Net;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.Http;

/// <summary>Promise S11, what can be said of it without modules: odd request lines and headers are refused, never 5xx, never another route.</summary>
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
    public async Task Odd_paths_reach_no_route(string path)
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
    public async Task Other_methods_are_not_allowed_and_nothing_is_echoed(string method, string status)
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
    public async Task A_head_that_is_too_long_is_431() =>
        (await RawHttp.SendAsync(_server.EndPoint, $"GET /catalog/events HTTP/1.1\nHost: localhost\nX-Long: {new string('a', 40_000)}\n\n")).ShouldStartWith("HTTP/1.1 431");

    [Fact]
    public async Task What_follows_a_body_is_not_taken_for_a_request()
    {
        // CL.TE: were Content-Length believed, the second request would be answered too.
        var answer = await RawHttp.SendAsync(
            _server.EndPoint,
            "POST /catalog/slow HTTP/1.1\nHost: localhost\nContent-Type: application/json\nContent-Length: 4\nTransfer-Encoding: chunked\n\n0\n\nGET /secret HTTP/1.1\nHost: localhost\nConnection: close\n\n");

        answer.ShouldStartWith("HTTP/1.1 4");
        answer.ShouldNotContain("\r\n\r\nsecret");
    }

    [Fact]
    public async Task An_unknown_path_says_nothing_of_itself_beyond_its_shape()
    {
        using var answer = await _server.Client.GetAsync("/catalog/<script>alert(1)</script>");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"detail":"Not Found"}""");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }
}
