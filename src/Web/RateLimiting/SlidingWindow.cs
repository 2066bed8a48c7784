namespace Actors.Web.RateLimiting;

/// <summary>
/// The times of the requests within the last window, on the monotonic clock: a clock that is set back or forward changes nothing. Exact: no
/// window, wherever it begins, holds more than the permits, and no request is refused while there is room.
/// </summary>
internal sealed class SlidingWindow(TimeProvider clock)
{
    private readonly Queue<long> taken = new();
    private long newest;

    public int Count => taken.Count;

    public RateLimitVerdict Take(int permits, TimeSpan window)
    {
        var now = clock.GetTimestamp();
        Forget(now, window);
        var granted = taken.Count < permits;
        if (granted)
        {
            taken.Enqueue(now);
            newest = now;
        }

        return new(granted, Math.Max(0, permits - taken.Count), window - clock.GetElapsedTime(taken.Peek(), now));
    }

    /// <summary>How long until nothing is remembered; zero or less when nothing is.</summary>
    public TimeSpan EmptyIn(TimeSpan window) => taken.Count == 0 ? TimeSpan.Zero : window - clock.GetElapsedTime(newest);

    private void Forget(long now, TimeSpan window)
    {
        while (taken.TryPeek(out var oldest) && clock.GetElapsedTime(oldest, now) >= window)
        {
            taken.Dequeue();
        }
    }
}
