namespace Actors.Core.Caching;

/// <summary>
/// Values that the processes of a cluster share, so that one of them makes what all need. No method throws: each takes a bounded time and then answers as if
/// the cache were empty. A program alone has no shared cache.
/// </summary>
public interface ISharedCache
{
    /// <summary>Describes the value of a key, without its bytes.</summary>
    Task<SharedLookup> FindAsync(string key);

    /// <summary>The value of a key; null when it is no longer the one that was found.</summary>
    Task<SharedValue?> ReadAsync(string key, SharedInfo found);

    /// <summary>Takes the lease to make the value of a key; null when another process has it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="duration">How long the lease lasts.</param>
    Task<string?> LeaseAsync(string key, TimeSpan duration);

    /// <summary>Stores a value, and gives the lease back.</summary>
    /// <param name="key">The key.</param>
    /// <param name="lease">The lease; it may have expired, or be empty when the value was made without one.</param>
    /// <param name="value">The value.</param>
    /// <param name="keep">How long the value is kept.</param>
    Task PublishAsync(string key, string lease, SharedValue value, TimeSpan keep);

    /// <summary>Gives a lease back without a value. A lease that another process has by now stays.</summary>
    Task ReleaseAsync(string key, string lease);
}

/// <summary>What a shared cache knows of a key.</summary>
/// <param name="IsAway">True when the cache cannot be asked.</param>
/// <param name="Found">The value's description; null when there is no value.</param>
public readonly record struct SharedLookup(bool IsAway, SharedInfo? Found);

/// <summary>Describes a shared value.</summary>
/// <param name="Version">What the value was made from.</param>
/// <param name="MadeAt">When making it began.</param>
/// <param name="Length">Its length in bytes.</param>
/// <param name="Hash">Hash of its bytes.</param>
public sealed record SharedInfo(string Version, DateTimeOffset MadeAt, long Length, string Hash);
