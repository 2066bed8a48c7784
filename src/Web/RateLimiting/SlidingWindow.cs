namespace Actors.Web.RateLimiting;

/// <summary>
/// The times of the requests within the last window, on the monotonic clock: a clock that is set back or forward changes nothing. Exact: no
/// window, wherever it begins, holds more than the permits, and no request is refused while there is room.
/// </summary>
internal sealed class SlidingWindow(TimeProvider timeProvider)
{
    private readonly Queue<long> _taken = new();
    private long _newest;

    public int Count => _taken.Count;

    public RateLimitVerdict Take(int permits, TimeSpan window)
    {
        var now = timeProvider.GetTimestamp();
        Forget(now, window);
        var granted = _taken.Count < permits;
        if (granted)
        {
            _taken.Enqueue(now);
            _newest = now;
        }

        return new(granted, Math.Max(0, permits - _taken.Count), window - timeProvider.GetElapsedTime(_taken.Peek(), now));
    }

    /// <summary>How long until nothing is remembered; zero or less when nothing is.</summary>
    public TimeSpan EmptyIn(TimeSpan window) => _taken.Count == 0 ? TimeSpan.Zero : window - timeProvider.GetElapsedTime(_newest);

    private void Forget(long now, TimeSpan window)
    {
        while (_taken.TryPeek(out var oldest) && timeProvider.GetElapsedTime(oldest, now) >= window)
        {
            _taken.Dequeue();
        }
    }
}
