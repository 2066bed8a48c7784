namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// A value that is looked after at most once a second, by one at a time: everybody who asks meanwhile shares the look. While it fails, or takes
/// long, the older value is served.
/// </summary>
/// <param name="look">Gets the value, given the one there is; what it throws reaches callers only when there is none.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class SharedLook<T>(Func<T?, Task<T>> look, TimeProvider timeProvider)
    where T : class
{
    /// <summary>How long a look holds.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(1);

    /// <summary>How long a caller waits for a look when there is something older to serve.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private T? _value;
    private long _seen;
    private Task? _look;

    /// <summary>The value, and how long ago it was last known to be true: zero unless it is an older one.</summary>
    public async ValueTask<(T Value, TimeSpan Age)> GetAsync()
    {
        var (value, pending) = Current();
        if (pending is null) return (value!, TimeSpan.Zero);
        if (value is null) await pending;
        else if (await IsLateOrFailed(pending)) return (value, timeProvider.GetElapsedTime(_seen));
        return (_value!, TimeSpan.Zero);
    }

    private (T? Value, Task? Look) Current()
    {
        lock (_gate)
        {
            if (_value is not null && timeProvider.GetElapsedTime(_seen) < s_fresh) return (_value, null);
            if (_look is null or { IsCompleted: true }) _look = LookAsync();
            return (_value, _look);
        }
    }

    private async Task<bool> IsLateOrFailed(Task pending)
    {
        // A failed look is logged where it failed; here it only means that what is there must do.
        await pending.WaitAsync(s_patience, timeProvider).ContinueWith(static _ => { }, TaskScheduler.Default);
        return !pending.IsCompletedSuccessfully;
    }

    private async Task LookAsync()
    {
        // Off the caller's thread and outside the gate.
        await Task.Yield();
        var started = timeProvider.GetTimestamp();
        var value = await look(_value);
        lock (_gate) (_value, _seen) = (value, started);
    }
}
