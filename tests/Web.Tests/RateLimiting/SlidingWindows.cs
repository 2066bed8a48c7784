using Actors.TestKit;
using Actors.Web.RateLimiting;
using Xunit.Abstractions;

namespace Actors.Web.Tests.RateLimiting;

public sealed class SlidingWindows(ITestOutputHelper output)
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void A_permit_returns_exactly_after_the_window()
    {
        var window = new SlidingWindow(_clock);
        window.Take(2, s_minute).ShouldBe(new(true, 1, s_minute));
        _clock.Advance(TimeSpan.FromSeconds(20));
        window.Take(2, s_minute).ShouldBe(new(true, 0, TimeSpan.FromSeconds(40)));
        window.Take(2, s_minute).ShouldBe(new(false, 0, TimeSpan.FromSeconds(40)));

        _clock.Advance(TimeSpan.FromSeconds(40) - TimeSpan.FromTicks(1));
        window.Take(2, s_minute).Granted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));
        window.Take(2, s_minute).ShouldBe(new(true, 0, TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void Changes_of_the_system_clock_have_no_effect()
    {
        var window = new SlidingWindow(_clock);
        window.Take(1, s_minute);
        _clock.SetUtcNow(_clock.GetUtcNow().AddHours(-1));
        window.Take(1, s_minute).ShouldBe(new(false, 0, s_minute));
        _clock.SetUtcNow(_clock.GetUtcNow().AddHours(3));
        window.Take(1, s_minute).ShouldBe(new(false, 0, s_minute));
        _clock.Advance(s_minute);
        window.Take(1, s_minute).Granted.ShouldBeTrue();
    }

    [Fact]
    public void The_window_is_exact()
    {
        var most = Storm(new SlidingWindow(_clock).Take, out var needless);

        most.ShouldBe(7);
        needless.ShouldBe(0);
    }

    [Fact]
    public void Control_a_fixed_window_fails_the_check()
    {
        var (minute, count) = (-1L, 0);
        var most = Storm((permits, window) =>
        {
            var now = _clock.GetTimestamp() / window.Ticks;
            (minute, count) = (now, now == minute ? count : 0);
            return new(count++ < permits, 0, window);
        }, out _);

        most.ShouldBeGreaterThan(7);
    }

    // Takes permits at random times. Returns the most grants within any window, and the number of wrong refusals.
    private int Storm(Func<int, TimeSpan, RateLimitVerdict> take, out int needless)
    {
        var random = SeededRandom.Create(output);
        var granted = new List<long>();
        needless = 0;
        for (var turn = 0; turn < 20_000; turn++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(10) == 0 ? random.Next(30_000) : random.Next(200)));
            var now = _clock.GetTimestamp();
            var recent = granted.Count(at => now - at < s_minute.Ticks);
            if (take(7, s_minute).Granted)
                granted.Add(now);
            else if (recent < 7)
                needless++;
            granted.RemoveAll(at => now - at > s_minute.Ticks * 20 && granted.Count > 400);
        }

        return granted.Max(start => granted.Count(at => at >= start && at - start < s_minute.Ticks));
    }
}
