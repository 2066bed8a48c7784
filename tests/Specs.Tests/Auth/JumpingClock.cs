namespace Actors.Specs.Tests.Auth;

/// <summary>The machine's clocks with an offset that a test sets. Timers are not affected.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private long _ahead;
    private long _wallAhead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead) + Interlocked.Read(ref _wallAhead));

    public override long GetTimestamp() => System.GetElapsedTime(0, base.GetTimestamp()).Ticks + Interlocked.Read(ref _ahead);

    /// <summary>Advances both clocks.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);

    /// <summary>Advances the wall clock only.</summary>
    public void JumpWall(TimeSpan by) => Interlocked.Add(ref _wallAhead, by.Ticks);
}
