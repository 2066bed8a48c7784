namespace Actors.Core.Caching;

/// <summary>
/// Values that the processes of a cluster keep together, so that one of them does what all need. Nothing here throws: a cache that cannot be
/// asked is <see cref="SharedState.Away"/>, within a bounded time, and callers go on without it. A program alone has none.
/// </summary>
public interface ISharedCache
{
    /// <summary>The value of a key if it will do; else the lease to make it, unless somebody makes this version or a newer one.</summary>
    /// <param name="key">What the value is of.</param>
    /// <param name="wish">Which values will do.</param>
    /// <param name="lease">How long the lease is given to nobody else who wants the same or less.</param>
    Task<SharedAnswer> FindOrLeaseAsync(string key, SharedWish wish, TimeSpan lease);

    /// <summary>Stores a value in place of the one there is, unless that is a newer one, and gives the lease back.</summary>
    /// <remarks>Whoever has the lease by now: when making takes longer than a lease, values are shared all the same.</remarks>
    /// <param name="key">What the value is of.</param>
    /// <param name="lease">The lease's token; empty when it was made without one.</param>
    /// <param name="value">The value.</param>
    /// <param name="now">The moment.</param>
    /// <param name="keep">How long it is kept.</param>
    Task PublishAsync(string key, string lease, SharedValue value, DateTimeOffset now, TimeSpan keep);

    /// <summary>Gives a lease back without a value; one that is another's by now stays.</summary>
    Task ReleaseAsync(string key, string lease);

    /// <summary>The last value of a key, whatever its version; null when there is none, or the cache cannot be asked.</summary>
    Task<SharedValue?> LastAsync(string key);
}
