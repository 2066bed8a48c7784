namespace Actors.Core.Caching;

/// <summary>What a shared cache says to somebody who wants a value.</summary>
public enum SharedState
{
    /// <summary>Here it is.</summary>
    Found,

    /// <summary>It is not there, and who asked has the lease to make it.</summary>
    Leased,

    /// <summary>It is not there, and somebody else makes it, or something newer.</summary>
    Busy,

    /// <summary>The cache cannot be asked.</summary>
    Away,
}

/// <summary>An answer of a shared cache.</summary>
/// <param name="State">What it says.</param>
/// <param name="Value">The value that was found.</param>
/// <param name="Lease">The token of the lease that was given.</param>
public readonly record struct SharedAnswer(SharedState State, SharedValue? Value = null, string? Lease = null);
