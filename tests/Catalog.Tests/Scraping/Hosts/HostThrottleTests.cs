using Actors.Catalog.Scraping.Hosts;

namespace Actors.Catalog.Tests.Scraping.Hosts;

public sealed class HostThrottleTests
{
    private DateTimeOffset _now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_most_two_requests_are_concurrent()
    {
        var throttle = Create();
        var first = Granted(throttle);
        _now += HostThrottle.MinDelay;
        Granted(throttle);
        _now += HostThrottle.MinDelay;
        throttle.Acquire(_now).ShouldBe((0L, HostThrottle.BusyWait));
        throttle.Return(first, HostReport.NotAsked, _now);
        Granted(throttle);
    }

    [Fact]
    public void Unreturned_lease_expires()
    {
        var throttle = Create();
        var lost = Granted(throttle);
        _now += TimeSpan.FromSeconds(1);
        Granted(throttle);
        _now += HostThrottle.LeaseTime - TimeSpan.FromSeconds(1.1);
        throttle.Acquire(_now).Lease.ShouldBe(0);
        _now += TimeSpan.FromSeconds(0.1);
        Granted(throttle);
        throttle.Return(lost, HostReport.NotAsked, _now);
        _now = throttle.Next;
        throttle.Acquire(_now).ShouldBe((0L, HostThrottle.BusyWait), "a late lease does not match another one");
    }

    [Fact]
    public void Lease_of_a_lost_activation_matches_no_other()
    {
        var lost = Granted(Create());
        _now += TimeSpan.FromSeconds(3);
        var throttle = Create();
        Granted(throttle);

        throttle.Return(lost, HostReport.NotAsked, _now);

        _now = throttle.Next;
        throttle.Acquire(_now).Lease.ShouldNotBe(0);
        _now = throttle.Next;
        throttle.Acquire(_now).ShouldBe((0L, HostThrottle.BusyWait));
    }

    [Fact]
    public void Requests_are_spaced()
    {
        var throttle = Create();
        Granted(throttle);
        throttle.Acquire(_now).ShouldBe((0L, HostThrottle.MinDelay));
    }

    [Fact]
    public void Wait_is_rounded_up_to_milliseconds()
    {
        var throttle = Create();
        Granted(throttle);
        _now += HostThrottle.MinDelay - TimeSpan.FromMicroseconds(100);
        var wait = throttle.Acquire(_now).Wait;
        wait.ShouldBe(TimeSpan.FromMilliseconds(1));
        _now += wait;
        Granted(throttle);
    }

    [Fact]
    public void Delay_follows_response_times()
    {
        var throttle = Create();
        for (var n = 0; n < 10; n++)
            Visit(throttle, Answered(2));
        throttle.Delay.ShouldBeInRange(TimeSpan.FromSeconds(3.9), TimeSpan.FromSeconds(4));
        for (var n = 0; n < 20; n++)
            Visit(throttle, Answered(0.005));
        throttle.Delay.ShouldBeLessThan(HostThrottle.MinDelay * 1.1);
    }

    [Fact]
    public void Fast_host_serves_thirty_six_pages_a_second()
    {
        var (throttle, start) = (Create(), _now);
        for (var n = 0; n < 36; n++)
            Visit(throttle, Answered(0.002));
        (_now - start).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(120.0, 120.0)]
    [InlineData(7_200.0, 900.0)]
    public void Retry_after_is_limited(double asked, double kept)
    {
        var throttle = Create(draw: 0);
        Visit(throttle, Refused(TimeSpan.FromSeconds(asked)));
        throttle.Acquire(_now).ShouldBe((0L, TimeSpan.FromSeconds(kept)));
        _now += TimeSpan.FromSeconds(kept);
        Granted(throttle);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Jitter_never_shortens_a_pause(double draw)
    {
        var throttle = Create(draw);
        Visit(throttle, Refused(TimeSpan.FromSeconds(10)));
        throttle.Acquire(_now).Wait.ShouldBe(TimeSpan.FromSeconds(10 + draw));
    }

    [Fact]
    public void Refusals_double_the_pause()
    {
        var throttle = Create(draw: 0);
        var waits = new List<double>();
        for (var n = 0; n < 12; n++)
        {
            Visit(throttle, Refused());
            waits.Add(throttle.Acquire(_now).Wait.TotalSeconds);
        }
        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
        Visit(throttle, Answered(0));
        Visit(throttle, Refused());
        throttle.Acquire(_now).Wait.TotalSeconds.ShouldBeInRange(1, HostThrottle.MaxSlowDelay.TotalSeconds);
    }

    [Fact]
    public void Crawl_delay_is_the_minimum_delay()
    {
        var throttle = Create();
        Visit(throttle, Answered(0) with { CrawlDelay = TimeSpan.FromSeconds(5) });
        throttle.Acquire(_now).Wait.ShouldBe(TimeSpan.FromSeconds(5));
        Visit(throttle, Answered(0));
        throttle.Acquire(_now).Wait.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Unsent_request_changes_nothing()
    {
        var throttle = Create();
        throttle.Return(Granted(throttle), HostReport.NotAsked, _now);
        throttle.Delay.ShouldBe(HostThrottle.MinDelay);
    }

    private static HostThrottle Create(double draw = 0.5) => new(() => draw);

    private static HostReport Answered(double seconds) => new(HostOutcome.Answered, TimeSpan.FromSeconds(seconds), null, null);

    private static HostReport Refused(TimeSpan? retryAfter = null) => new(HostOutcome.Refused, TimeSpan.Zero, retryAfter, null);

    private long Granted(HostThrottle throttle)
    {
        var (lease, wait) = throttle.Acquire(_now);
        (lease > 0, wait).ShouldBe((true, TimeSpan.Zero));
        return lease;
    }

    // Waits for a lease, sends a request, and reports.
    private void Visit(HostThrottle throttle, HostReport report)
    {
        var (lease, wait) = throttle.Acquire(_now);
        if (lease == 0)
        {
            _now += wait;
            lease = Granted(throttle);
        }
        _now += report.Elapsed;
        throttle.Return(lease, report, _now);
    }
}
