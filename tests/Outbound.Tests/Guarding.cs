using Actors.Core.Configuration;
using Actors.Outbound.Guard;
using Actors.TestKit;

namespace Actors.Outbound.Tests;

/// <summary>Promise S5: no spelling, redirect or DNS change leads to a forbidden address. A real listener counts connections.</summary>
public sealed class Guarding : IAsyncLifetime
{
    private FakeUpstream _inside = null!;
    private FakeUpstream _inside6 = null!;

    public async Task InitializeAsync()
    {
        _inside = await FakeUpstream.StartAsync(FreePort.Next());
        _inside6 = await FakeUpstream.StartAsync(_inside.Address.Port, "::1");
        foreach (var upstream in new[] { _inside, _inside6 })
        {
            upstream.OnText("/", "secret");
        }
    }

    public async Task DisposeAsync()
    {
        await _inside.DisposeAsync();
        await _inside6.DisposeAsync();
    }

    [Fact]
    public async Task No_spelling_reaches_a_forbidden_address()
    {
        var outbound = Outgoing.Create(Names());
        var urls = ForbiddenUrls.Loopback.Concat(ForbiddenUrls.Elsewhere).ToArray();
        urls.Length.ShouldBeGreaterThanOrEqualTo(120);

        foreach (var text in urls)
        {
            await RefusedAsync(outbound, WithPort(text));
        }

        (_inside.Connections + _inside6.Connections).ShouldBe(0);
    }

    [Fact]
    public async Task Control_without_the_guard_the_spellings_connect()
    {
        var outbound = Outgoing.Create(Names(), guard: new NoGuard());
        var reached = 0;
        foreach (var text in ForbiddenUrls.Loopback)
        {
            if (Uri.TryCreate(WithPort(text), UriKind.Absolute, out var url) && url.Scheme == "http")
            {
                reached += (await outbound.GetAsync(url, Outgoing.Once with { Timeout = TimeSpan.FromSeconds(2) })).Ok ? 1 : 0;
            }
        }

        reached.ShouldBeGreaterThan(25);
        (_inside.Connections + _inside6.Connections).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task No_redirect_reaches_a_forbidden_address(int status)
    {
        await using var outside = await FakeUpstream.StartAsync(FreePort.Next());
        var outbound = Outgoing.Create(Names(), $"public.test:{outside.Address.Port}");
        foreach (var text in ForbiddenUrls.Loopback.Concat(ForbiddenUrls.Elsewhere).Select(WithPort).Where(text => text.Contains(':', StringComparison.Ordinal) && !text.AsSpan().ContainsAny("\r\n\t")))
        {
            var target = text;
            outside.On("/", context =>
            {
                context.Response.StatusCode = status;
                context.Response.Headers["Location"] = IsAscii(target) ? target : new Uri(target).AbsoluteUri;
                return Task.CompletedTask;
            });
            var answer = await outbound.GetAsync(new Uri($"http://public.test:{outside.Address.Port}/"), Outgoing.Once);
            answer.Ok.ShouldBeFalse(target);
            answer.Failure.ShouldNotBe(OutboundFailure.TimedOut, target);
        }

        outside.Count("/").ShouldBeGreaterThan(100);
        (_inside.Connections + _inside6.Connections).ShouldBe(0);
    }

    [Fact]
    public async Task Control_without_the_guard_the_redirect_connects()
    {
        await using var outside = await FakeUpstream.StartAsync();
        outside.OnRedirect("/", _inside.Url("/").AbsoluteUri);
        var answer = await Outgoing.Create(guard: new NoGuard()).GetAsync(outside.Url("/"), Outgoing.Once);
        answer.Ok.ShouldBeTrue();
        _inside.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task The_connection_goes_to_the_checked_address()
    {
        // The first resolved address is public but unreachable here; later ones are internal. Only the public address may use the port.
        var port = _inside.Address.Port;
        var names = new StubResolver().With("rebind.test", ["127.0.0.77"], ["127.0.0.1"]);
        var outbound = Outgoing.Create(names, $"127.0.0.77/32:{port},127.0.0.77:{port}".Split(',')[1]);
        var url = new Uri($"http://rebind.test:{port}/");

        var first = await outbound.GetAsync(url, Outgoing.Once);
        var later = await outbound.GetAsync(url, Outgoing.Once);

        first.Failure.ShouldBe(OutboundFailure.Unreachable);
        later.Failure.ShouldBe(OutboundFailure.Forbidden);
        names.Asked("rebind.test").ShouldBe(2);
        _inside.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task A_retry_is_checked_again()
    {
        var port = _inside.Address.Port;
        var names = new StubResolver().With("rebind.test", ["127.0.0.77"], ["127.0.0.1"]);
        var answer = await Outgoing.Create(names, $"127.0.0.77:{port}").GetAsync(new Uri($"http://rebind.test:{port}/"), Outgoing.Once with { Retries = 2 });

        answer.Failure.ShouldBe(OutboundFailure.Forbidden);
        names.Asked("rebind.test").ShouldBe(2);
        _inside.Connections.ShouldBe(0);
    }

    [Fact]
    public async Task One_forbidden_address_forbids_the_host()
    {
        await using var outside = await FakeUpstream.StartAsync();
        outside.OnText("/", "public");
        var port = outside.Address.Port;
        var names = new StubResolver().With("both.test", ["127.0.0.1", "::1"]).With("one.test", ["127.0.0.1"]);
        var outbound = Outgoing.Create(names, $"127.0.0.1:{port}");

        (await outbound.GetAsync(new Uri($"http://both.test:{port}/"), Outgoing.Once)).Failure.ShouldBe(OutboundFailure.Forbidden);
        outside.Connections.ShouldBe(0);
        (await outbound.GetAsync(new Uri($"http://one.test:{port}/"), Outgoing.Once)).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:{P}")]
    [InlineData("127.0.0.0/8,::1")]
    [InlineData("127.0.0.1:{P},[::1]:{P}")]
    public async Task OUTBOUND_ALLOW_allows_its_entries(string allow)
    {
        var outbound = Outgoing.Create(new StubResolver().With("localhost", ["127.0.0.1", "::1"]), WithPort(allow));
        (await outbound.GetAsync(new Uri(WithPort("http://localhost:{P}/")), Outgoing.Once)).Ok.ShouldBeTrue();
    }

    [Theory]
    [InlineData("localhost:1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("10.0.0.0/8")]
    [InlineData("example.com")]
    public async Task OUTBOUND_ALLOW_allows_nothing_else(string allow)
    {
        var outbound = Outgoing.Create(new StubResolver().With("localhost", ["127.0.0.1"]), allow);
        (await outbound.GetAsync(new Uri(WithPort("http://localhost:{P}/")), Outgoing.Once)).Failure.ShouldBe(OutboundFailure.Forbidden);
        _inside.Connections.ShouldBe(0);
    }

    [Fact]
    public void Invalid_entries_are_problems()
    {
        var problems = new ConfigurationProblems();
        Outgoing.Allowed("ok.test,10.0.0.0/8,ok.test:80,[::1]:80,bad host,x:99999,10.0.0.0/99,:80", problems).Count.ShouldBe(4);
        problems.All.Count.ShouldBe(4);
    }

    [Fact]
    public void Own_public_addresses_are_forbidden()
    {
        var own = new OwnAddresses(TimeProvider.System);
        own.Contains(System.Net.IPAddress.Loopback).ShouldBeTrue();
        own.Contains(System.Net.IPAddress.Parse("93.184.216.34")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:4700::1111")]
    [InlineData("2a00:1450:4010:c0f::64")]
    public void Public_addresses_are_allowed(string address) => SpecialAddresses.Contains(System.Net.IPAddress.Parse(address)).ShouldBeFalse();

    private static bool IsAscii(string text) => System.Text.Ascii.IsValid(text);

    private static StubResolver Names() => new StubResolver { Otherwise = "127.0.0.1" }
        .With("loopback6.test", ["::1"])
        .With("mapped.test", ["::ffff:127.0.0.1"])
        .With("mixed.test", ["127.0.0.1", "::1"])
        .With("private.test", ["10.1.2.3"])
        .With("rebound.test", ["169.254.169.254"])
        .With("nat64.test", ["64:ff9b::a9fe:a9fe"]);

    private async Task RefusedAsync(IOutbound outbound, string text)
    {
        // Texts that Uri does not parse are refused by the callers.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            return;
        }

        var answer = await outbound.GetAsync(url, Outgoing.Once);
        answer.Failure.ShouldBeOneOf([OutboundFailure.BadUrl, OutboundFailure.Forbidden], text);
        answer.Body.IsEmpty.ShouldBeTrue();
        _inside.Connections.ShouldBe(0, text);
    }

    private string WithPort(string text) => text.Replace("{P}", $"{_inside.Address.Port}", StringComparison.Ordinal);
}
