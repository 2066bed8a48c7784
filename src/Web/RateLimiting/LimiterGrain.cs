namespace Actors.Web.RateLimiting;

/// <summary>
/// Keeps a sliding window in memory and nowhere else: a restart forgets it. It leaves memory when its window is empty, no sooner, so idle
/// collection does not apply.
/// </summary>
[KeepAlive]
internal sealed class LimiterGrain(TimeProvider clock) : Grain, ILimiterGrain
{
    private readonly SlidingWindow counted = new(clock);
    private IGrainTimer? end;
    private TimeSpan lasts;

    public Task<RateLimitVerdict> Take(int permits, TimeSpan window)
    {
        lasts = window;
        end ??= this.RegisterGrainTimer(EndWhenEmpty, window, Timeout.InfiniteTimeSpan);
        return Task.FromResult(counted.Take(permits, window));
    }

    private Task EndWhenEmpty()
    {
        var rest = counted.EmptyIn(lasts);
        if (rest > TimeSpan.Zero)
            end!.Change(rest, Timeout.InfiniteTimeSpan);
        else
            DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
