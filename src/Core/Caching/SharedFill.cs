namespace Actors.Core.Caching;

/// <summary>
/// Cache-aside for expensive values: one silo computes a value and the others read it from the shared cache. Without a shared cache, or when the
/// cache is unavailable or the computing silo is too slow, every silo computes its own value.
/// </summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="cache">The shared cache; null without a cluster.</param>
public sealed class SharedFill(TimeProvider timeProvider, ISharedCache? cache = null)
{
    /// <summary>How long a lease blocks other silos, even if its holder has crashed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    /// <summary>How long a caller waits for a value that another silo computes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The polling interval while waiting.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>
    /// Gets the value of a key in a version, or a newer version that was just computed: from the shared cache, or else from <paramref name="make"/>.
    /// </summary>
    /// <param name="key">The cache key.</param>
    /// <param name="version">The required version.</param>
    /// <param name="keep">The time to live in the shared cache.</param>
    /// <param name="make">Computes the value; its exceptions reach the caller.</param>
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

    /// <summary>The last value of a key in any version; null when there is none or no cache.</summary>
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
