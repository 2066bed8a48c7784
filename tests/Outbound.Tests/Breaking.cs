using System.Diagnostics;
using Actors.TestKit;

namespace Actors.Outbound.Tests;

/// <summary>Promise R11: calls to a failing host take a bounded time, the breaker opens soon, and a probe closes it.</summary>
public sealed class Breaking : IAsyncLifetime
{
    private static readonly OutboundPolicy s_quick = new("test", 100_000, TimeSpan.FromMilliseconds(400), Retries: 0);
    private readonly ManualTimeProvider _clock = new();
    private FakeUpstream _upstream = null!;

    public async Task InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        _upstream.OnStatus("/error", 503);
        _upstream.OnStalled("/slow");
        _upstream.On("/latency", context => Task.Delay(TimeSpan.FromSeconds(30), TimeProvider.System, context.RequestAborted));
        _upstream.OnReset("/length", new byte[1000]);
        _upstream.On("/reset", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        _upstream.On("/garbage", context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.Body.WriteAsync("not gzip at all, not in the least"u8.ToArray()).AsTask();
        });
    }

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Theory]
    [InlineData("/error")]
    [InlineData("/slow")]
    [InlineData("/latency")]
    [InlineData("/length")]
    [InlineData("/reset")]
    [InlineData("/garbage")]
    public async Task Failures_take_bounded_time_and_open_the_breaker(string fault)
    {
        var outbound = Outgoing.Create(allow: _upstream.AllowEntry);
        var watch = Stopwatch.StartNew();
        var failures = 0;
        OutboundAnswer answer;
        while ((answer = await outbound.GetAsync(_upstream.Url(fault), s_quick)).Failure != OutboundFailure.CircuitOpen)
        {
            failures++;
            failures.ShouldBeLessThanOrEqualTo(Resilience.MinCalls);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        answer.RetryAfter!.Value.ShouldBeLessThanOrEqualTo(Resilience.OpenFor);
        var asked = _upstream.Count(fault);
        watch.Restart();
        for (var i = 0; i < 100; i++)
        {
            (await outbound.GetAsync(_upstream.Url(fault), s_quick)).Failure.ShouldBe(OutboundFailure.CircuitOpen);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
        _upstream.Count(fault).ShouldBe(asked);
    }

    [Fact]
    public async Task Silent_hosts_take_bounded_time()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var at = silent.LocalEndpoint.ToString()!;
        var watch = Stopwatch.StartNew();
        (await Outgoing.Create(allow: at).GetAsync(new Uri($"http://{at}/"), s_quick)).Failure.ShouldBe(OutboundFailure.TimedOut);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_response_that_is_not_HTTP_is_unreachable()
    {
        using var babble = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        babble.Start();
        var at = babble.LocalEndpoint.ToString()!;
        var serving = Task.Run(async () =>
        {
            using var client = await babble.AcceptTcpClientAsync();
            await client.GetStream().WriteAsync("\u0001\u0002 garbage \r\n\r\n"u8.ToArray());
        });
        (await Outgoing.Create(allow: at).GetAsync(new Uri($"http://{at}/"), s_quick with { Timeout = TimeSpan.FromSeconds(5) })).Failure.ShouldBe(OutboundFailure.Unreachable);
        await serving;
    }

    [Fact]
    public async Task A_successful_probe_closes_the_breaker()
    {
        var outbound = Outgoing.Create(allow: _upstream.AllowEntry, timeProvider: _clock);
        await OpenAsync(outbound);

        _clock.Advance(Resilience.OpenFor);
        (await outbound.GetAsync(_upstream.Url("/error"), s_quick)).Status.ShouldBe(503);
        (await outbound.GetAsync(_upstream.Url("/error"), s_quick)).Failure.ShouldBe(OutboundFailure.CircuitOpen);

        _clock.Advance(Resilience.OpenFor);
        _upstream.OnText("/error", "well again");
        (await outbound.GetAsync(_upstream.Url("/error"), s_quick)).Ok.ShouldBeTrue();
        (await outbound.GetAsync(_upstream.Url("/error"), s_quick)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Each_host_has_its_own_breaker()
    {
        await using var other = await FakeUpstream.StartAsync();
        other.OnText("/", "fine");
        var outbound = Outgoing.Create(allow: $"{_upstream.AllowEntry},{other.AllowEntry}", timeProvider: _clock);
        await OpenAsync(outbound);
        (await outbound.GetAsync(other.Url("/"), s_quick)).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Client_errors_do_not_open_the_breaker()
    {
        _upstream.OnStatus("/", 404);
        var outbound = Outgoing.Create(allow: _upstream.AllowEntry, timeProvider: _clock);
        for (var i = 0; i < 20; i++)
        {
            (await outbound.GetAsync(_upstream.Url("/"), s_quick)).Status.ShouldBe(404);
        }
    }

    [Fact]
    public async Task Control_without_a_breaker_every_call_reaches_the_host()
    {
        var outbound = Outgoing.Create(allow: _upstream.AllowEntry, timeProvider: _clock, breaking: false);
        for (var i = 0; i < 20; i++)
        {
            (await outbound.GetAsync(_upstream.Url("/error"), s_quick)).Status.ShouldBe(503);
        }

        _upstream.Count("/error").ShouldBe(20);
    }

    [Fact]
    public void The_number_of_remembered_hosts_is_bounded()
    {
        var breakers = new Breakers(new Resilience(_clock, () => 0.5).Breaker);
        var kept = breakers.Of("kept");
        for (var i = 0; i < Breakers.MaxHosts * 2; i++)
        {
            breakers.Of($"host{i}");
            breakers.Of("kept").ShouldBeSameAs(kept);
        }

        breakers.Count.ShouldBe(Breakers.MaxHosts);
    }

    private async Task OpenAsync(IOutbound outbound)
    {
        for (var i = 0; i < Resilience.MinCalls; i++)
        {
            (await outbound.GetAsync(_upstream.Url("/error"), s_quick)).Status.ShouldBe(503);
        }

        (await outbound.GetAsync(_upstream.Url("/error"), s_quick)).Failure.ShouldBe(OutboundFailure.CircuitOpen);
    }
}
