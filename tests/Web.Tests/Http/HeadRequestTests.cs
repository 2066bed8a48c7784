using System.Net;
using Actors.Web.Bodies;
using Actors.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.Http;

/// <summary>HEAD is routed as GET and has no body.</summary>
public sealed class HeadRequestTests : IAsyncLifetime
{
    private static int s_notifications;
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(static app =>
    {
        app.UseHeadRequests();
        app.MapGet("/text", () => "text");
        app.MapGet("/large", (HttpContext context) =>
        {
            context.Response.ContentLength = 5_000_000;
            return BodyInPieces.WriteAsync(context, new byte[5_000_000]);
        });
        app.MapGet("/method", (HttpContext context) =>
        {
            context.Response.Headers["X-Method"] = context.Request.Method;
            return "method";
        });
        app.MapPost("/act", () => "done");
        app.MapMethods("/notify", ["POST", "GET"], () => $"{Interlocked.Increment(ref s_notifications)}");
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("/text", HttpStatusCode.OK)]
    [InlineData("/large", HttpStatusCode.OK)]
    [InlineData("/none", HttpStatusCode.NotFound)]
    public async Task HEAD_has_the_status_of_GET_and_no_body(string path, HttpStatusCode status)
    {
        using var answer = await HeadAsync(path);
        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        if (path == "/large") answer.Content.Headers.ContentLength.ShouldBe(5_000_000);
    }

    [Fact]
    public async Task The_route_sees_the_method_that_was_sent()
    {
        using var answer = await HeadAsync("/method");
        answer.Headers.GetValues("X-Method").ShouldBe(["HEAD"]);
    }

    [Theory]
    [InlineData("/act", "POST")]
    [InlineData("/notify", "POST, GET")]
    public async Task A_route_with_other_methods_refuses_HEAD(string path, string allowed)
    {
        using var answer = await HeadAsync(path);
        (answer.StatusCode, string.Join(", ", answer.Content.Headers.Allow)).ShouldBe((HttpStatusCode.MethodNotAllowed, allowed));
        s_notifications.ShouldBe(0);
    }

    private Task<HttpResponseMessage> HeadAsync(string path) => _server.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
}
