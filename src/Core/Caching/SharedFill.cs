namespace Actors.Core.Caching;

/// <summary>
/// Cache-aside for values that are costly to make: of all processes one makes a value, and the others wait for it. Without a shared cache, while it is away,
/// or when the maker takes too long, each process makes its own.
/// </summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="cache">The shared cache; null in a program alone.</param>
public sealed class SharedFill(TimeProvider timeProvider, ISharedCache? cache = null)
{
    /// <summary>How long the others leave a value to the process with the lease, even if that process is lost.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    /// <summary>How long to wait for a value that another process makes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Pause between two looks for the value.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    /// <summary>The current value of a key: from the shared cache, or made here.</summary>
    /// <param name="key">The key.</param>
    /// <param name="isCurrent">Decides whether a value of a version is still current.</param>
    /// <param name="keep">How long a value lives from when it was made.</param>
    /// <param name="make">Makes the value, and returns its version with it. What it throws reaches the caller.</param>
    public async Task<SharedValue> GetAsync(
        string key, Func<string, Task<bool>> isCurrent, TimeSpan keep, Func<Task<(string Version, ReadOnlyMemory<byte> Body)>> make)
    {
        if (cache is null) return await MakeAsync(make);
        string? outdated = null;
        for (var started = timeProvider.GetTimestamp(); ; await Task.Delay(Pause, timeProvider))
        {
            var (isAway, found) = await cache.FindAsync(key);
            if (isAway) return await MakeAsync(make);
            if (found is not null && found.Version != outdated)
            {
                if (timeProvider.GetUtcNow() - found.MadeAt < keep && await isCurrent(found.Version) && await cache.ReadAsync(key, found) is { } value) return value;
                outdated = found.Version;
            }

            var lease = await cache.LeaseAsync(key, Lease);
            if (lease is not null || timeProvider.GetElapsedTime(started) >= Patience) return await PublishAsync(cache, key, lease ?? "", keep, make);
        }
    }

    /// <summary>The last value of a key, current or not; null when there is none or the cache is away.</summary>
    public async Task<SharedValue?> LastAsync(string key) =>
        cache is not null && (await cache.FindAsync(key)).Found is { } found ? await cache.ReadAsync(key, found) : null;

    private async Task<SharedValue> PublishAsync(
        ISharedCache cache, string key, string lease, TimeSpan keep, Func<Task<(string Version, ReadOnlyMemory<byte> Body)>> make)
    {
        try
        {
            var made = await MakeAsync(make);
            await cache.PublishAsync(key, lease, made, keep);
            return made;
        }
        catch
        {
            await cache.ReleaseAsync(key, lease);
            throw;
        }
    }

    private async Task<SharedValue> MakeAsync(Func<Task<(string Version, ReadOnlyMemory<byte> Body)>> make)
    {
        var began = timeProvider.GetUtcNow();
        var (version, body) = await make();
        return new SharedValue(version, began, body);
    }
}
