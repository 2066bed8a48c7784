using Orleans.Runtime;

namespace Orleans.Reminders;

/// <summary>
/// When which reminder is due, with one timer for all. Ticks that were missed are skipped: the next one is the next whole
/// period after the first. A reminder whose tick still runs is not ticked again.
/// </summary>
internal sealed class Schedule : IDisposable
{
    // Timers of the platform take 49 days at most; a look in between costs nothing.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    // The two clocks run apart a little; a tick that comes early by the wall clock is not due again at once.
    private static readonly TimeSpan Drift = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId, string), Item> _items = [];
    private readonly PriorityQueue<Item, TimeSpan> _queue = new();
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private readonly long _origin;
    private bool _stopped;

    public Schedule(TimeProvider clock)
    {
        (_clock, _origin) = (clock, clock.GetTimestamp());
        _timer = clock.CreateTimer(static state => ((Schedule)state!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    // Waits are counted on a clock that nobody sets: a wall clock set back must not silence reminders until it has caught up.
    private TimeSpan Elapsed => _clock.GetElapsedTime(_origin);

    public static DateTime NextTick(ReminderEntry entry, DateTime now)
    {
        if (now <= entry.StartAt)
        {
            return entry.StartAt;
        }

        var late = TimeSpan.FromTicks((now - entry.StartAt).Ticks % entry.Period.Ticks);
        return late == TimeSpan.Zero ? now : now - late + entry.Period;
    }

    /// <summary>Takes up what the table held at the start, unless a grain has set it anew meanwhile.</summary>
    public void SetIfNew(ReminderEntry entry, Func<ReminderEntry, Task> deliver)
    {
        lock (_gate)
        {
            if (!_items.ContainsKey((entry.GrainId, entry.ReminderName)))
            {
                Set(entry, deliver);
            }
        }
    }

    public void Set(ReminderEntry entry, Func<ReminderEntry, Task> deliver)
    {
        lock (_gate)
        {
            var item = new Item(entry, deliver);
            _items[(entry.GrainId, entry.ReminderName)] = item;
            Enqueue(item, NextTick(entry, Now));
            Arm();
        }
    }

    public void Remove(GrainId grain, string name)
    {
        lock (_gate)
        {
            _items.Remove((grain, name));
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            _items.Clear();
            _queue.Clear();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void OnDue()
    {
        List<Item> due = [];
        lock (_gate)
        {
            var now = Elapsed;
            while (_queue.TryPeek(out var item, out var at) && at <= now)
            {
                _queue.Dequeue();
                if (IsCurrent(item))
                {
                    due.Add(item);
                }
            }

            Arm();
        }

        foreach (var item in due)
        {
            _ = TickAsync(item);
        }
    }

    private async Task TickAsync(Item item)
    {
        await item.Deliver(item.Entry);
        lock (_gate)
        {
            if (!_stopped && IsCurrent(item))
            {
                var (now, period) = (Now, item.Entry.Period);
                var next = NextTick(item.Entry, now + Drift);
                Enqueue(item, next - now < period + Drift ? next : now + period);
                Arm();
            }
        }
    }

    private bool IsCurrent(Item item) =>
        _items.TryGetValue((item.Entry.GrainId, item.Entry.ReminderName), out var current) && ReferenceEquals(current, item);

    private void Enqueue(Item item, DateTime at) => _queue.Enqueue(item, Elapsed + (at - Now));

    private void Arm()
    {
        if (!_stopped && _queue.TryPeek(out _, out var at))
        {
            var wait = at - Elapsed;
            _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
        }
    }

    private sealed record Item(ReminderEntry Entry, Func<ReminderEntry, Task> Deliver);
}
