namespace Actors.TestKit;

/// <summary>
/// A clock that only a test moves. Timers fire in due order on the thread that calls <see cref="Advance"/>, each at its due time. Wall clock and
/// monotonic time are separate, as on a real machine: <see cref="SetUtcNow"/> moves only the wall clock and fires nothing.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset s_defaultStart = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly List<ArmedWaiter> _waiters = [];
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;
    private DateTimeOffset _origin;
    private TimeSpan _elapsed;
    private long _sequence;

    /// <summary>Starts at <paramref name="start"/>, or on a fixed Monday morning.</summary>
    public ManualTimeProvider(DateTimeOffset? start = null) => _origin = start ?? s_defaultStart;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => _zone;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>The number of armed timers.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (_gate)
                return _timers.Count;
        }
    }

    /// <summary>The time until the next armed timer; null if there is none.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            lock (_gate)
                return First() is { } next ? next.Due - _elapsed : null;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _origin + _elapsed;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (_gate)
            return _elapsed.Ticks;
    }

    /// <summary>Sets the zone that <see cref="TimeProvider.GetLocalNow"/> uses.</summary>
    public void SetLocalTimeZone(TimeZoneInfo zone) => _zone = zone;

    /// <summary>Sets the wall clock, forwards or back. Monotonic time is unchanged, so no timer fires.</summary>
    public void SetUtcNow(DateTimeOffset now)
    {
        lock (_gate)
            _origin = now - _elapsed;
    }

    /// <summary>Advances time and fires due timers, including timers armed meanwhile.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TimeSpan end;
        lock (_gate)
            end = _elapsed + by;
        while (TakeDue(end) is { } timer)
            timer.Fire();
    }

    /// <summary>
    /// Completes when a timer due within <paramref name="within"/> is armed. Await it before <see cref="Advance"/> if the code under test arms its
    /// timer on another thread.
    /// </summary>
    public Task TimerArmedAsync(TimeSpan within) =>
        WhenAsync($"a timer due within {within}", () => _timers.Exists(t => t.Due - _elapsed <= within));

    /// <summary>Completes when a timer is armed that is due after exactly <paramref name="due"/>.</summary>
    public Task TimerDueAfterAsync(TimeSpan due) => WhenAsync($"a timer due after {due}", () => _timers.Exists(t => t.Due - _elapsed == due));

    /// <summary>Completes when at least <paramref name="count"/> timers are armed.</summary>
    public Task TimersArmedAsync(int count) =>
        WhenAsync($"{count} armed timers", () => _timers.Count >= count);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Arm(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        List<ArmedWaiter> ready;
        lock (_gate)
        {
            _timers.Remove(timer);
            timer.Set(_elapsed + dueTime, period, _sequence++);
            _timers.Add(timer);
            ready = _waiters.FindAll(w => w.Holds());
            _waiters.RemoveAll(ready.Contains);
        }

        ready.ForEach(w => w.Done.TrySetResult());
        if (dueTime == TimeSpan.Zero) // Like a system timer: fires at once on a pool thread.
            ThreadPool.UnsafeQueueUserWorkItem(static clock => clock.Advance(TimeSpan.Zero), this, preferLocal: false);
    }

    internal void Disarm(ManualTimer timer)
    {
        lock (_gate)
            _timers.Remove(timer);
    }

    private ManualTimer? TakeDue(TimeSpan end)
    {
        lock (_gate)
        {
            if (First() is not { } next || next.Due > end)
            {
                _elapsed = end > _elapsed ? end : _elapsed;
                return null;
            }

            _elapsed = next.Due > _elapsed ? next.Due : _elapsed;
            _timers.Remove(next);
            if (next.Period > TimeSpan.Zero)
            {
                next.Set(next.Due + next.Period, next.Period, _sequence++);
                _timers.Add(next);
            }

            return next;
        }
    }

    private ManualTimer? First() => _timers.MinBy(t => (t.Due, t.Sequence));

    private Task WhenAsync(string what, Func<bool> holds)
    {
        lock (_gate)
        {
            if (holds())
                return Task.CompletedTask;
            var waiter = new ArmedWaiter(holds, new(TaskCreationOptions.RunContinuationsAsynchronously));
            _waiters.Add(waiter);
            return waiter.Done.Task.Within(what);
        }
    }

    private sealed record ArmedWaiter(Func<bool> Holds, TaskCompletionSource Done);
}
