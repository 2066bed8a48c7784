namespace Actors.Web.RateLimiting;

/// <summary>
/// Counts with a sliding window in memory, which a restart clears. The activation ends when its window is empty; KeepAlive turns off the idle
/// collection, which could end it sooner.
/// </summary>
[KeepAlive]
internal sealed class LimiterGrain(TimeProvider timeProvider) : Grain, ILimiterGrain
{
    private readonly SlidingWindow _permits = new(timeProvider);
    private IGrainTimer? _timer;
    private TimeSpan _window;

    public Task<RateLimitVerdict> Take(int permits, TimeSpan window)
    {
        _window = window;
        _timer ??= this.RegisterGrainTimer(DeactivateWhenEmpty, window, Timeout.InfiniteTimeSpan);
        return Task.FromResult(_permits.Take(permits, window));
    }

    private Task DeactivateWhenEmpty()
    {
        var rest = _permits.EmptyIn(_window);
        if (rest > TimeSpan.Zero)
            _timer!.Change(rest, Timeout.InfiniteTimeSpan);
        else
            DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
