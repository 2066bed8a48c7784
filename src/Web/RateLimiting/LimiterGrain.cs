namespace Actors.Web.RateLimiting;

/// <summary>
/// Keeps a sliding window in memory and nowhere else: a restart forgets it. It leaves memory when its window is empty, no sooner, so idle
/// collection does not apply.
/// </summary>
[KeepAlive]
internal sealed class LimiterGrain(TimeProvider timeProvider) : Grain, ILimiterGrain
{
    private readonly SlidingWindow _counted = new(timeProvider);
    private IGrainTimer? _end;
    private TimeSpan _lasts;

    public Task<RateLimitVerdict> Take(int permits, TimeSpan window)
    {
        _lasts = window;
        _end ??= this.RegisterGrainTimer(EndWhenEmpty, window, Timeout.InfiniteTimeSpan);
        return Task.FromResult(_counted.Take(permits, window));
    }

    private Task EndWhenEmpty()
    {
        var rest = _counted.EmptyIn(_lasts);
        if (rest > TimeSpan.Zero)
            _end!.Change(rest, Timeout.InfiniteTimeSpan);
        else
            DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
