namespace Actors.TestKit;

/// <summary>A timer of a <see cref="ManualTimeProvider"/>; the provider's lock guards its fields.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private volatile bool _disposed;

    internal TimeSpan Due { get; private set; }

    internal TimeSpan Period { get; private set; }

    internal long Sequence { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_disposed)
            return false;
        if (dueTime == Timeout.InfiniteTimeSpan)
            clock.Disarm(this);
        else
            clock.Arm(this, dueTime, period);
        return true;
    }

    public void Dispose()
    {
        _disposed = true;
        clock.Disarm(this);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Set(TimeSpan due, TimeSpan period, long sequence) => (Due, Period, Sequence) = (due, period, sequence);

    internal void Fire()
    {
        if (_disposed)
            return;
        if (_context is null)
            callback(state);
        else
            ExecutionContext.Run(_context, s => callback(s), state);
    }
}
