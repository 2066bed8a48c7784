using Actors.TestKit;

namespace Actors.Architecture.Tests.Kit;

public sealed class ManualTimeProviderTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Fact]
    public void Timers_fire_in_the_order_they_are_due_at_their_own_time()
    {
        var start = _clock.GetUtcNow();
        Timer("late", TimeSpan.FromSeconds(5));
        Timer("early", TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(4));
        _fired.ShouldBe([$"early {start.AddSeconds(2):T}"]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        _fired.Count.ShouldBe(2);
        _clock.GetUtcNow().ShouldBe(start.AddSeconds(5));
    }

    [Fact]
    public void A_periodic_timer_fires_once_a_period_until_it_is_changed()
    {
        var timer = Timer("tick", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(3.5));
        _fired.Count.ShouldBe(3);
        timer.Change(TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromSeconds(9.9));
        _fired.Count.ShouldBe(3);
        _clock.Advance(TimeSpan.FromMinutes(1));
        _fired.Count.ShouldBe(4);
    }

    [Fact]
    public void A_disposed_timer_never_fires()
    {
        var timer = Timer("never", TimeSpan.FromSeconds(1));
        timer.Dispose();
        _clock.Advance(TimeSpan.FromMinutes(1));
        _fired.ShouldBeEmpty();
        timer.Change(TimeSpan.Zero, TimeSpan.Zero).ShouldBeFalse();
        _clock.ActiveTimers.ShouldBe(0);
    }

    [Fact]
    public async Task A_test_can_await_the_start_of_a_delay()
    {
        var sleeper = Task.Run(() => Task.Delay(TimeSpan.FromHours(1), _clock));
        await _clock.TimerArmedAsync(TimeSpan.FromHours(1));
        sleeper.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromHours(1));
        await sleeper.Within("the sleeper");
    }

    [Fact]
    public async Task A_timer_due_at_once_fires_without_an_advance()
    {
        var fired = new TaskCompletionSource();
        using var timer = _clock.CreateTimer(_ => fired.SetResult(), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        await fired.Task.Within("the timer");
    }

    [Fact]
    public void The_wall_clock_can_be_set_back_without_touching_timers()
    {
        Timer("tick", TimeSpan.FromSeconds(10));
        var before = _clock.GetTimestamp();
        _clock.SetUtcNow(_clock.GetUtcNow().AddHours(-1));
        _clock.GetElapsedTime(before).ShouldBe(TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromSeconds(10));
        _fired.Count.ShouldBe(1);
    }

    private ITimer Timer(string name, TimeSpan due, TimeSpan? period = null) =>
        _clock.CreateTimer(_ => _fired.Add($"{name} {_clock.GetUtcNow():T}"), null, due, period ?? Timeout.InfiniteTimeSpan);
}
