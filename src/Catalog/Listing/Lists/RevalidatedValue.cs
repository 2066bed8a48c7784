namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// A value that is revalidated at most once a second by one caller at a time (single flight). While the revalidation fails or is slow, callers
/// get the older value (stale while revalidate).
/// </summary>
/// <param name="revalidate">Returns the current value, given the older one. Callers see its exceptions only while there is no value.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RevalidatedValue<T>(Func<T?, Task<T>> revalidate, TimeProvider timeProvider)
    where T : class
{
    /// <summary>How long a value counts as current after a revalidation.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(1);

    /// <summary>How long a caller waits for a revalidation when there is an older value.</summary>
    private static readonly TimeSpan s_maxWait = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private T? _value;
    private long _revalidatedAt;
    private Task? _revalidation;

    /// <summary>The value, and how long ago it was last known to be current: zero unless it is an older one.</summary>
    public async ValueTask<(T Value, TimeSpan Age)> GetAsync()
    {
        var (value, pending) = Current();
        if (pending is null) return (value!, TimeSpan.Zero);
        if (value is null) await pending;
        else if (await IsLateOrFailed(pending)) return (value, timeProvider.GetElapsedTime(_revalidatedAt));
        return (_value!, TimeSpan.Zero);
    }

    private (T? Value, Task? Pending) Current()
    {
        lock (_gate)
        {
            if (_value is not null && timeProvider.GetElapsedTime(_revalidatedAt) < s_fresh) return (_value, null);
            if (_revalidation is null or { IsCompleted: true }) _revalidation = RevalidateAsync();
            return (_value, _revalidation);
        }
    }

    private async Task<bool> IsLateOrFailed(Task pending)
    {
        // The revalidation logs its own failure. Here a failure only means that the older value is served.
        await pending.WaitAsync(s_maxWait, timeProvider).ContinueWith(static _ => { }, TaskScheduler.Default);
        return !pending.IsCompletedSuccessfully;
    }

    private async Task RevalidateAsync()
    {
        // Runs outside the lock and not on the caller's thread.
        await Task.Yield();
        var started = timeProvider.GetTimestamp();
        var value = await revalidate(_value);
        lock (_gate) (_value, _revalidatedAt) = (value, started);
    }
}
