using System.Text;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Outbound.Tests;

/// <summary>Conditional requests.</summary>
public sealed class Conditions : IAsyncLifetime
{
    private static readonly Dictionary<string, string> s_known = new() { ["If-None-Match"] = "W/\"1\"" };
    private FakeUpstream _upstream = null!;
    private IOutbound _outbound = null!;

    public async Task InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        _outbound = Outgoing.Create(allow: _upstream.AllowEntry);
    }

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Fact]
    public async Task Validators_are_returned_unchanged()
    {
        _upstream.On("/page", context =>
        {
            context.Response.Headers.ETag = "W/\"1\"";
            context.Response.Headers.LastModified = "Sat, 21 Nov 2026 09:00:00 GMT";
            return context.Response.WriteAsync("text");
        });
        var answer = await _outbound.GetAsync(_upstream.Url("/page"), Outgoing.Once);
        (answer.Ok, answer.ETag, answer.LastModified).ShouldBe((true, "W/\"1\"", "Sat, 21 Nov 2026 09:00:00 GMT"));
        _upstream.OnText("/bare", "text");
        var bare = await _outbound.GetAsync(_upstream.Url("/bare"), Outgoing.Once);
        (bare.ETag, bare.LastModified).ShouldBe((null, null));
    }

    [Fact]
    public async Task A_304_without_a_condition_is_a_failure()
    {
        _upstream.OnStatus("/page", 304);
        (await _outbound.GetAsync(_upstream.Url("/page"), Outgoing.Once, s_known)).Failure.ShouldBe(OutboundFailure.NotModified);
        _upstream.Requests[^1].Headers["If-None-Match"].ShouldBe("W/\"1\"");
        (await _outbound.GetAsync(_upstream.Url("/page"), Outgoing.Once)).Failure.ShouldBe(OutboundFailure.BadStatus);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_long_body_is_truncated_if_the_policy_allows_it(bool sized)
    {
        var body = Encoding.ASCII.GetBytes(new string('a', 30_000) + "b");
        _upstream.OnBytes("/sized", body, "text/plain");
        _upstream.On("/unsized", async context =>
        {
            await context.Response.StartAsync();
            await context.Response.Body.WriteAsync(body);
        });
        var answer = await _outbound.GetAsync(_upstream.Url(sized ? "/sized" : "/unsized"), Outgoing.Once with { MaxBytes = 10_000, CutsLong = true });
        (answer.Ok, answer.Body.Length).ShouldBe((true, 10_000));
        (await _outbound.GetAsync(_upstream.Url("/sized"), Outgoing.Once with { CutsLong = true })).Body.Length.ShouldBe(body.Length);
    }

    [Fact]
    public async Task The_product_token_is_in_the_user_agent()
    {
        await _outbound.GetAsync(_upstream.OnText("/", "").Url("/"), Outgoing.Once);
        _upstream.Requests[^1].Headers["User-Agent"].Split('/')[0].ShouldBe(OutboundProduct.Token);
    }
}
