namespace Actors.Plumbing.Caching;

/// <summary>
/// Values that the processes of a cluster keep together, so that one of them does what all need. Nothing here throws: a cache that cannot be
/// asked is <see cref="SharedState.Away"/>, within a bounded time, and callers go on without it. A program alone has none.
/// </summary>
public interface ISharedCache
{
    /// <summary>The value of a key if it has the version that is wanted; else the lease to make it, unless somebody has it.</summary>
    /// <param name="key">What the value is of.</param>
    /// <param name="version">What it must have been made from.</param>
    /// <param name="lease">How long nobody else is given the lease.</param>
    Task<SharedAnswer> FindOrLeaseAsync(string key, string version, TimeSpan lease);

    /// <summary>Stores a value that was made under a lease, in place of the one there was, and gives the lease back. One that ran out stores nothing.</summary>
    /// <param name="key">What the value is of.</param>
    /// <param name="lease">The lease's token.</param>
    /// <param name="value">The value.</param>
    /// <param name="keep">How long it is kept.</param>
    Task PublishAsync(string key, string lease, SharedValue value, TimeSpan keep);

    /// <summary>Gives a lease back without a value.</summary>
    Task ReleaseAsync(string key, string lease);

    /// <summary>The last value of a key, whatever its version; null when there is none, or the cache cannot be asked.</summary>
    Task<SharedValue?> LastAsync(string key);
}
