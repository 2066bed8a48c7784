using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Outbound.Tests;

/// <summary>Cookies belong to one call and one host.</summary>
public sealed class CookieTests : IAsyncLifetime
{
    private FakeUpstream _upstream = null!;
    private IOutbound _outbound = null!;

    public async Task InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        var names = new StubResolver().With("www.site.test", ["127.0.0.1"]).With("site.test", ["127.0.0.1"]).With("other.test", ["127.0.0.1"]);
        _outbound = Outgoing.Create(names, string.Join(',', new[] { "www.site.test", "site.test", "other.test" }.Select(n => $"{n}:{_upstream.Address.Port}")));
    }

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Fact]
    public async Task A_redirect_that_waits_for_its_cookie_succeeds()
    {
        _upstream.On("/page", context =>
        {
            if (context.Request.Headers.Cookie == "seen=1; lang=ru")
                return context.Response.WriteAsync("text");
            context.Response.Headers.SetCookie = new(["seen=1; Path=/; HttpOnly; Expires=Fri, 31 Dec 2100 23:59:59 GMT", "lang=ru"]);
            context.Response.Redirect("/page");
            return Task.CompletedTask;
        });
        var answer = await _outbound.GetAsync(Url("www.site.test", "/page"), Outgoing.Once);
        (answer.Ok, answer.Status).ShouldBe((true, 200));
        _upstream.Count("/page").ShouldBe(2);
    }

    [Fact]
    public async Task The_next_call_begins_without_cookies()
    {
        _upstream.On("/page", Sets("seen=1", null));
        for (var n = 0; n < 2; n++)
            (await _outbound.GetAsync(Url("www.site.test", "/page"), Outgoing.Once)).Ok.ShouldBeTrue();
        _upstream.Requests.ShouldAllBe(r => !r.Headers.ContainsKey("Cookie"));
    }

    [Theory]
    [InlineData("seen=1", "other.test")]
    [InlineData("seen=1; Domain=site.test", "site.test")]
    [InlineData("seen=1; Domain=.site.test", "site.test")]
    [InlineData("seen=1; Domain=other.test", "other.test")]
    [InlineData("seen=1; Domain=test", "other.test")]
    public async Task No_cookie_is_sent_to_another_host(string cookie, string other)
    {
        _upstream.On("/first", Sets(cookie, Url(other, "/second").AbsoluteUri));
        _upstream.On("/second", Sets("theirs=1", Url("www.site.test", "/third").AbsoluteUri));
        _upstream.OnText("/third", "text");
        (await _outbound.GetAsync(Url("www.site.test", "/first"), Outgoing.Once)).Ok.ShouldBeTrue();
        _upstream.Requests.Single(r => r.Path == "/second").Headers.ShouldNotContainKey("Cookie");
        _upstream.Requests.Single(r => r.Path == "/third").Headers.GetValueOrDefault("Cookie").ShouldBe(other == "other.test" && cookie.Contains("Domain", StringComparison.Ordinal) ? null : "seen=1");
    }

    [Fact]
    public async Task No_cookie_is_sent_to_another_port()
    {
        await using var other = await FakeUpstream.StartAsync();
        var outbound = Outgoing.Create(allow: $"{_upstream.AllowEntry},{other.AllowEntry}");
        _upstream.On("/first", Sets("seen=1", other.Url("/second").AbsoluteUri));
        other.OnText("/second", "text");
        (await outbound.GetAsync(_upstream.Url("/first"), Outgoing.Once)).Ok.ShouldBeTrue();
        other.Requests.ShouldHaveSingleItem().Headers.ShouldNotContainKey("Cookie");
    }

    [Theory]
    [InlineData("seen=1; Secure")]
    [InlineData("seen=1; Path=/elsewhere")]
    [InlineData("seen=1; Max-Age=0")]
    [InlineData("=;=")]
    [InlineData("seen")]
    public async Task An_invalid_cookie_is_ignored(string cookie)
    {
        _upstream.On("/first", Sets(cookie, "/second"));
        _upstream.OnText("/second", "text");
        (await _outbound.GetAsync(Url("www.site.test", "/first"), Outgoing.Once)).Ok.ShouldBeTrue();
        _upstream.Requests[^1].Headers.GetValueOrDefault("Cookie", "").ShouldNotContain("seen=1");
    }

    private Uri Url(string host, string path) => new($"http://{host}:{_upstream.Address.Port}{path}");

    private static RequestDelegate Sets(string cookie, string? location) => context =>
    {
        context.Response.Headers.SetCookie = cookie;
        if (location is not null)
            context.Response.Redirect(location);
        return Task.CompletedTask;
    };
}
