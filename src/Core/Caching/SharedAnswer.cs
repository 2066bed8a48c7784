namespace Actors.Core.Caching;

/// <summary>The kind of a <see cref="SharedAnswer"/>.</summary>
public enum SharedState
{
    /// <summary>The value was found.</summary>
    Found,

    /// <summary>There is no value; the caller got the lease to compute it.</summary>
    Leased,

    /// <summary>There is no value; another caller computes this version or a newer one.</summary>
    Busy,

    /// <summary>The cache is unavailable.</summary>
    Away,
}

/// <summary>The result of <see cref="ISharedCache.FindOrLeaseAsync"/>.</summary>
/// <param name="State">The kind.</param>
/// <param name="Value">The value, if found.</param>
/// <param name="Lease">The lease token, if leased.</param>
public readonly record struct SharedAnswer(SharedState State, SharedValue? Value = null, string? Lease = null);
