using Actors.Catalog.Scraping.Hosts;


namespace Actors.Catalog.Tests.Scraping.Politeness;

public sealed class HostPaceTests
{
    private DateTimeOffset now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_more_than_two_requests_are_under_way()
    {
        var pace = Pace();
        var first = Granted(pace);
        now += HostPace.Shortest;
        Granted(pace);
        now += HostPace.Shortest;
        pace.Ask(now).ShouldBe((0L, HostPace.Crowded));
        pace.Return(first, HostReport.NotAsked, now);
        Granted(pace);
    }

    [Fact]
    public void A_lease_that_nobody_returns_expires()
    {
        var pace = Pace();
        var lost = Granted(pace);
        now += TimeSpan.FromSeconds(1);
        Granted(pace);
        now += HostPace.LeaseTime - TimeSpan.FromSeconds(1.1);
        pace.Ask(now).Lease.ShouldBe(0);
        now += TimeSpan.FromSeconds(0.1);
        Granted(pace);
        pace.Return(lost, HostReport.NotAsked, now);
        pace.UnderWay.ShouldBe(2, "a lease that came late is not another one's");
    }

    [Fact]
    public void A_lease_that_a_lost_activation_gave_is_nobodys_here()
    {
        var lost = Granted(Pace());
        now += TimeSpan.FromSeconds(3);
        var pace = Pace();
        Granted(pace);

        pace.Return(lost, HostReport.NotAsked, now);

        pace.UnderWay.ShouldBe(1);
    }

    [Fact]
    public void Requests_are_apart_from_each_other()
    {
        var pace = Pace();
        Granted(pace);
        pace.Ask(now).ShouldBe((0L, HostPace.Shortest));
    }

    [Fact]
    public void A_wait_is_whole_milliseconds_and_long_enough()
    {
        var pace = Pace();
        Granted(pace);
        now += HostPace.Shortest - TimeSpan.FromMicroseconds(100);
        var wait = pace.Ask(now).Wait;
        wait.ShouldBe(TimeSpan.FromMilliseconds(1));
        now += wait;
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
        var (pace, start) = (Pace(), now);
        for (var n = 0; n < 36; n++)
            Visit(pace, Answered(0.002));
        (now - start).ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData(120.0, 120.0)]
    [InlineData(7_200.0, 900.0)]
    public void Retry_after_is_kept_to_up_to_a_quarter_of_an_hour(double asked, double kept)
    {
        var pace = Pace(draw: 0);
        Visit(pace, Refused(TimeSpan.FromSeconds(asked)));
        pace.Ask(now).ShouldBe((0L, TimeSpan.FromSeconds(kept)));
        now += TimeSpan.FromSeconds(kept);
        Granted(pace);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Jitter_never_shortens_a_pause(double draw)
    {
        var pace = Pace(draw);
        Visit(pace, Refused(TimeSpan.FromSeconds(10)));
        pace.Ask(now).Wait.ShouldBe(TimeSpan.FromSeconds(10 + draw));
    }

    [Fact]
    public void Refusals_double_the_pause_up_to_a_quarter_of_an_hour_and_an_answer_ends_that()
    {
        var pace = Pace(draw: 0);
        var waits = new List<double>();
        for (var n = 0; n < 12; n++)
        {
            Visit(pace, Refused());
            waits.Add(pace.Ask(now).Wait.TotalSeconds);
        }
        waits.ShouldBe([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
        Visit(pace, Answered(0));
        Visit(pace, Refused());
        pace.Ask(now).Wait.TotalSeconds.ShouldBeInRange(1, HostPace.LongestForSlowness.TotalSeconds);
    }

    [Fact]
    public void A_crawl_delay_is_the_least_pause()
    {
        var pace = Pace();
        Visit(pace, Answered(0) with { CrawlDelay = TimeSpan.FromSeconds(5) });
        pace.Ask(now).Wait.ShouldBe(TimeSpan.FromSeconds(5));
        Visit(pace, Answered(0));
        pace.Ask(now).Wait.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Who_did_not_ask_the_host_says_nothing_about_it()
    {
        var pace = Pace();
        pace.Return(Granted(pace), HostReport.NotAsked, now);
        pace.Delay.ShouldBe(HostPace.Shortest);
    }

    private static HostPace Pace(double draw = 0.5) => new(() => draw);

    private static HostReport Answered(double seconds) => new(HostOutcome.Answered, TimeSpan.FromSeconds(seconds), null, null);

    private static HostReport Refused(TimeSpan? retryAfter = null) => new(HostOutcome.Refused, TimeSpan.Zero, retryAfter, null);

    private long Granted(HostPace pace)
    {
        var (lease, wait) = pace.Ask(now);
        (lease > 0, wait).ShouldBe((true, TimeSpan.Zero));
        return lease;
    }

    // Waits until it may, asks, and reports.
    private void Visit(HostPace pace, HostReport report)
    {
        var (lease, wait) = pace.Ask(now);
        if (lease == 0)
        {
            now += wait;
            lease = Granted(pace);
        }
        now += report.Elapsed;
        pace.Return(lease, report, now);
    }
}
