namespace Actors.Accounts.Sessions;

/// <summary>
/// A UTC clock that never goes back, so that an expired session stays expired if the system clock is set back. The age of events that this activation
/// saw is measured on the monotonic clock.
/// </summary>
internal sealed class MonotonicUtcClock(TimeProvider timeProvider)
{
    private DateTimeOffset _latest;
    private Guid _rotated;
    private uint _counter;
    private long _stamp;

    /// <summary>The current time, or the latest time seen if that is later.</summary>
    public DateTimeOffset Now()
    {
        var now = timeProvider.GetUtcNow();
        if (now > _latest) _latest = now;
        return _latest;
    }

    /// <summary>Records that a session was just rotated.</summary>
    public void RecordRotation(SessionState session) => (_rotated, _counter, _stamp) = (session.Id, session.Counter, timeProvider.GetTimestamp());

    /// <summary>The time since the last rotation of a session.</summary>
    public TimeSpan SinceRotation(SessionState session) => session.Id == _rotated && session.Counter == _counter
        ? timeProvider.GetElapsedTime(_stamp)
        : timeProvider.GetUtcNow() - session.Rotated;
}
