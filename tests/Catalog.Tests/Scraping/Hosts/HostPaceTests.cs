using Actors.Catalog.Scraping.Hosts;

namespace Actors.Catalog.Tests.Scraping.Hosts;

public sealed class HostPaceTests
{
    private DateTimeOffset _now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_more_than_two_requests_are_under_way()
    {
        var pace = Pace();
        var first = Granted(pace);
        _now += HostPace.Shortest;
        Granted(pace);
        _now += HostPace.Shortest;
        pace.Ask(_now).ShouldBe((0L, HostPace.Crowded));
        pace.Return(first, HostReport.NotAsked, _now);
        Granted(pace);
    }

    [Fact]
    public void A_lease_that_nobody_returns_expires()
    {
        var pace = Pace();
        var lost = Granted(pace);
        _now += TimeSpan.FromSeconds(1);
        Granted(pace);
        _now += HostPace.LeaseTime - TimeSpan.FromSeconds(1.1);
        pace.Ask(_now).Lease.ShouldBe(0);
        _now += TimeSpan.FromSeconds(0.1);
        Granted(pace);
        pace.Return(lost, HostReport.NotAsked, _now);
        pace.UnderWay.ShouldBe(2, "a lease that came late is not another one's");
    }

    [Fact]
    public void A_lease_that_a_lost_activation_gave_is_nobodys_here()
    {
        var lost = Granted(Pace());
        _now += TimeSpan.FromSeconds(3);
        var pace = Pace();
        Granted(pace);

        pace.Return(lost, HostReport.NotAsked, _now);

        pace.UnderWay.ShouldBe(1);
    }

    [Fact]
    public void Requests_are_apart_from_each_other()
    {
        var pace = Pace();
        Granted(pace);
        pace.Ask(_now).ShouldBe((0L, HostPace.Shortest));
    }

    [Fact]
    public void A_wait_is_whole_milliseconds_and_long_enough()
    {
        var pace = Pace();
        Granted(pace);
        _now += HostPace.Shortest - TimeSpan.FromMicroseconds(100);
        var wait = pace.Ask(_now).Wait;
        wait.ShouldBe(TimeSpan.FromMilliseconds(1));
        _now += wait;
        Granted(pace);
    }

    [Fact]
    public void The_pause_grows_with_slow_answers_and_shrinks_again()
    {
        var pace = Pace();
        for (var n = 0; n < 10; n++)
            Visit(pace, Answered(2));
        pace.Delay.ShouldBeInRange(TimeSpan.FromSeconds(3.9), TimeSpan.FromSeconds(4));
        for (var n = 0; n < 20; n++)
            Visit(pace, Answered(0.005));
        pace.Delay.ShouldBeLessThan(HostPace.Shortest * 1.1);
    }

    [Fact]
    public void A_host_that_answers_at_once_is_asked_for_thirty_six_pages_within_a_second()
    {
        var (pace, start) = (Pace(), _now);
        for (var n = 0; n < 36; n++)
            Visit(pace, Answered(0.002));
        (_now - start).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(120.0, 120.0)]
    [InlineData(7_200.0, 900.0)]
    public void Retry_after_is_kept_to_up_to_a_quarter_of_an_hour(double asked, double kept)
    {
        var pace = Pace(draw: 0);
        Visit(pace, Refused(TimeSpan.FromSeconds(asked)));
        pace.Ask(_now).ShouldBe((0L, TimeSpan.FromSeconds(kept)));
        _now += TimeSpan.FromSeconds(kept);
        Granted(pace);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Jitter_never_shortens_a_pause(double draw)
    {
        var pace = Pace(draw);
        Visit(pace, Refused(TimeSpan.FromSeconds(10)));
        pace.Ask(_now).Wait.ShouldBe(TimeSpan.FromSeconds(10 + draw));
    }

    [Fact]
    public void Refusals_double_the_pause_up_to_a_quarter_of_an_hour_and_an_answer_ends_that()
    {
        var pace = Pace(draw: 0);
        var waits = new List<double>();
        for (var n = 0; n < 12; n++)
        {
            Visit(pace, Refused());
            waits.Add(pace.Ask(_now).Wait.TotalSeconds);
        }
        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
        Visit(pace, Answered(0));
        Visit(pace, Refused());
        pace.Ask(_now).Wait.TotalSeconds.ShouldBeInRange(1, HostPace.LongestForSlowness.TotalSeconds);
    }

    [Fact]
    public void A_crawl_delay_is_the_least_pause()
    {
        var pace = Pace();
        Visit(pace, Answered(0) with { CrawlDelay = TimeSpan.FromSeconds(5) });
        pace.Ask(_now).Wait.ShouldBe(TimeSpan.FromSeconds(5));
        Visit(pace, Answered(0));
        pace.Ask(_now).Wait.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Who_did_not_ask_the_host_says_nothing_about_it()
    {
        var pace = Pace();
        pace.Return(Granted(pace), HostReport.NotAsked, _now);
        pace.Delay.ShouldBe(HostPace.Shortest);
    }

    private static HostPace Pace(double draw = 0.5) => new(() => draw);

    private static HostReport Answered(double seconds) => new(HostOutcome.Answered, TimeSpan.FromSeconds(seconds), null, null);

    private static HostReport Refused(TimeSpan? retryAfter = null) => new(HostOutcome.Refused, TimeSpan.Zero, retryAfter, null);

    private long Granted(HostPace pace)
    {
        var (lease, wait) = pace.Ask(_now);
        (lease > 0, wait).ShouldBe((true, TimeSpan.Zero));
        return lease;
    }

    // Waits until it may, asks, and reports.
    private void Visit(HostPace pace, HostReport report)
    {
        var (lease, wait) = pace.Ask(_now);
        if (lease == 0)
        {
            _now += wait;
            lease = Granted(pace);
        }
        _now += report.Elapsed;
        pace.Return(lease, report, _now);
    }
}
