namespace Actors.Core.Caching;

/// <summary>
/// Gets values that are costly to make, so that of all processes one makes each. Where there is no shared cache, or it cannot be asked, or the one
/// who makes a value takes too long, every process makes its own.
/// </summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="cache">What the processes share; none in a program alone.</param>
public sealed class SharedFill(TimeProvider timeProvider, ISharedCache? cache = null)
{
    /// <summary>How long others leave the making of a value to the one who has the lease, alive or not.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    /// <summary>How long somebody waits for a value that others make.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks whether the value is there.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>The value of a key in a version, or a newer one that was just made: what another process made, or else what <paramref name="make"/> makes.</summary>
    /// <param name="key">What the value is of.</param>
    /// <param name="version">What it must be made from.</param>
    /// <param name="keep">How long others may find it.</param>
    /// <param name="make">Makes it; what this throws reaches the caller.</param>
    public async Task<SharedValue> GetAsync(string key, SharedVersion version, TimeSpan keep, Func<Task<ReadOnlyMemory<byte>>> make)
    {
        if (cache is null) return await MakeAsync(version, make);
        for (var started = timeProvider.GetTimestamp(); ; await Task.Delay(Pause, timeProvider))
        {
            var answer = await cache.FindOrLeaseAsync(key, new SharedWish(version, timeProvider.GetUtcNow(), keep), Lease);
            if (answer.Value is { } found) return found;
            if (answer.State == SharedState.Away) return await MakeAsync(version, make);
            if (answer.Lease is not null || timeProvider.GetElapsedTime(started) >= Patience)
                return await PublishAsync(cache, key, answer.Lease ?? "", keep, () => MakeAsync(version, make));
        }
    }

    /// <summary>The last value of a key that anybody made; null when there is none, or nobody to ask.</summary>
    public Task<SharedValue?> LastAsync(string key) => cache is null ? Task.FromResult<SharedValue?>(null) : cache.LastAsync(key);

    private async Task<SharedValue> PublishAsync(ISharedCache cache, string key, string lease, TimeSpan keep, Func<Task<SharedValue>> make)
    {
        try
        {
            var made = await make();
            await cache.PublishAsync(key, lease, made, timeProvider.GetUtcNow(), keep);
            return made;
        }
        catch
        {
            await cache.ReleaseAsync(key, lease);
            throw;
        }
    }

    private async Task<SharedValue> MakeAsync(SharedVersion version, Func<Task<ReadOnlyMemory<byte>>> make)
    {
        var began = timeProvider.GetUtcNow();
        return new SharedValue(version, began, await make());
    }
}
