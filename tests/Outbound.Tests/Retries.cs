using System.Globalization;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;

namespace Actors.Outbound.Tests;

/// <summary>Retries. The test moves the clock, so pauses take no time.</summary>
public sealed class Retries : IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private FakeUpstream _upstream = null!;
    private IOutbound _outbound = null!;

    public async Task InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        _outbound = Outgoing.Create(allow: _upstream.AllowEntry, timeProvider: _clock);
    }

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    [Theory]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_transient_failure_is_retried(int status)
    {
        _upstream.OnSequence("/", Status(status), Status(status), context => context.Response.WriteAsync("there"));

        var asking = _outbound.GetAsync(_upstream.Url("/"), Policy(retries: 2));
        await RetryAsync(Resilience.LongestPause);
        await RetryAsync(Resilience.LongestPause);

        (await asking.Within("the third answer")).Ok.ShouldBeTrue();
        _upstream.Count("/").ShouldBe(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(500)]
    [InlineData(501)]
    public async Task A_permanent_failure_is_not_retried(int status)
    {
        _upstream.OnStatus("/", status);
        (await _outbound.GetAsync(_upstream.Url("/"), Policy(retries: 2))).Status.ShouldBe(status);
        _upstream.Count("/").ShouldBe(1);
    }

    [Fact]
    public async Task Retry_After_in_seconds_is_respected()
    {
        _upstream.OnSequence("/", Status(503, "3"), context => context.Response.WriteAsync("there"));

        var asking = _outbound.GetAsync(_upstream.Url("/"), Policy(retries: 1));
        await _clock.TimerArmedAsync(TimeSpan.FromSeconds(3));
        _clock.Advance(TimeSpan.FromMilliseconds(2999));
        _upstream.Count("/").ShouldBe(1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        (await asking.Within("the second answer")).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Retry_After_as_a_date_is_respected()
    {
        _upstream.OnSequence("/", Status(503, _clock.GetUtcNow().AddSeconds(4).ToString("r", CultureInfo.InvariantCulture)), context => context.Response.WriteAsync("there"));

        var asking = _outbound.GetAsync(_upstream.Url("/"), Policy(retries: 1));
        await _clock.TimerArmedAsync(TimeSpan.FromSeconds(4));
        _clock.Advance(TimeSpan.FromSeconds(3.9));
        _upstream.Count("/").ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        (await asking.Within("the second answer")).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task A_long_Retry_After_ends_the_retries_and_is_returned()
    {
        _upstream.OnStatus("/", 429, retryAfter: 3600);
        var answer = await _outbound.GetAsync(_upstream.Url("/"), Policy(retries: 2));
        (answer.Failure, answer.RetryAfter).ShouldBe((OutboundFailure.BadStatus, TimeSpan.FromHours(1)));
        _upstream.Count("/").ShouldBe(1);
    }

    [Fact]
    public async Task Pauses_have_jitter()
    {
        _upstream.OnStatus("/", 503);
        var waits = new HashSet<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            var asking = _outbound.GetAsync(_upstream.Url("/"), Policy(retries: 1));
            await _clock.TimerArmedAsync(Resilience.LongestPause);
            waits.Add(_clock.NextDue!.Value);
            _clock.Advance(Resilience.LongestPause);
            await asking.Within("the answer");
            _clock.Advance(Resilience.SamplingPeriod + Resilience.OpenFor);
        }

        waits.Count.ShouldBe(3);
    }

    private static RequestDelegate Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    private static OutboundPolicy Policy(int retries) => Outgoing.Once with { Retries = retries, Timeout = TimeSpan.FromMinutes(1) };

    // Advances exactly to the retry: a longer step might also start the next one.
    private async Task RetryAsync(TimeSpan within)
    {
        await _clock.TimerArmedAsync(within);
        _clock.Advance(_clock.NextDue!.Value);
    }
}
