namespace Actors.Core.Caching;

/// <summary>
/// A distributed cache-aside with leases, so that one silo computes a value for all silos. No method throws: when the cache is unavailable, the
/// result is <see cref="SharedState.Away"/> within a bounded time, and callers compute the value themselves. A silo without a cluster has no such
/// cache.
/// </summary>
public interface ISharedCache
{
    /// <summary>
    /// Returns the value if it is fresh enough; otherwise a lease to compute it, unless another silo already computes this version or a newer one.
    /// </summary>
    /// <param name="key">The cache key.</param>
    /// <param name="wish">The required version and maximum age.</param>
    /// <param name="lease">How long the lease blocks requests for this version or an older one.</param>
    Task<SharedAnswer> FindOrLeaseAsync(string key, SharedWish wish, TimeSpan lease);

    /// <summary>Stores a value unless the stored one is newer, and releases the lease.</summary>
    /// <remarks>The value is stored even if the lease has expired: computing may take longer than a lease.</remarks>
    /// <param name="key">The cache key.</param>
    /// <param name="lease">The lease token; empty when the value was computed without a lease.</param>
    /// <param name="value">The value.</param>
    /// <param name="now">The current time.</param>
    /// <param name="keep">The time to live.</param>
    Task PublishAsync(string key, string lease, SharedValue value, DateTimeOffset now, TimeSpan keep);

    /// <summary>Releases a lease without a value, unless another silo holds it by now.</summary>
    Task ReleaseAsync(string key, string lease);

    /// <summary>The last value of a key in any version; null when there is none or the cache is unavailable.</summary>
    Task<SharedValue?> LastAsync(string key);
}
