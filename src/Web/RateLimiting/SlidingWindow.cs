namespace Actors.Web.RateLimiting;

/// <summary>
/// An exact sliding-window log of request times on the monotonic clock, so changes of the system clock have no effect. No period of the window's
/// length contains more requests than permits, and no request is refused while a permit is available.
/// </summary>
internal sealed class SlidingWindow(TimeProvider timeProvider)
{
    private readonly Queue<long> _taken = new();
    private long _newest;

    public int Count => _taken.Count;

    public RateLimitVerdict Take(int permits, TimeSpan window)
    {
        var now = timeProvider.GetTimestamp();
        RemoveExpired(now, window);
        var granted = _taken.Count < permits;
        if (granted)
        {
            _taken.Enqueue(now);
            _newest = now;
        }

        return new(granted, Math.Max(0, permits - _taken.Count), window - timeProvider.GetElapsedTime(_taken.Peek(), now));
    }

    /// <summary>The time until the log is empty; zero or negative if it is empty.</summary>
    public TimeSpan EmptyIn(TimeSpan window) => _taken.Count == 0 ? TimeSpan.Zero : window - timeProvider.GetElapsedTime(_newest);

    private void RemoveExpired(long now, TimeSpan window)
    {
        while (_taken.TryPeek(out var oldest) && timeProvider.GetElapsedTime(oldest, now) >= window)
        {
            _taken.Dequeue();
        }
    }
}
