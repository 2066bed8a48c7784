namespace Actors.Accounts.Sessions;

/// <summary>
/// A clock that never goes back, however the machine's clock is set: what has expired once does not come alive again. How long ago something
/// was that this activation saw is counted on the monotonic clock.
/// </summary>
internal sealed class LatestTime(TimeProvider timeProvider)
{
    private DateTimeOffset _latest;
    private Guid _rotated;
    private uint _counter;
    private long _stamp;

    /// <summary>The latest moment seen so far.</summary>
    public DateTimeOffset Now()
    {
        var now = timeProvider.GetUtcNow();
        if (now > _latest) _latest = now;
        return _latest;
    }

    /// <summary>Notes that a session was rotated just now.</summary>
    public void NoteRotation(SessionState session) => (_rotated, _counter, _stamp) = (session.Id, session.Counter, timeProvider.GetTimestamp());

    /// <summary>How long ago a session was rotated.</summary>
    public TimeSpan SinceRotation(SessionState session) => session.Id == _rotated && session.Counter == _counter
        ? timeProvider.GetElapsedTime(_stamp)
        : timeProvider.GetUtcNow() - session.Rotated;
}
