namespace Actors.Outbound;

/// <summary>Why an outgoing request brought nothing.</summary>
public enum OutboundFailure
{
    /// <summary>It did bring something.</summary>
    None,

    /// <summary>The address is not one we would ask: scheme, user info, control characters, no host.</summary>
    BadUrl,

    /// <summary>The address leads, or was redirected, to a place that must not be reached.</summary>
    Forbidden,

    /// <summary>No connection, a broken one, or an answer that is not HTTP.</summary>
    Unreachable,

    /// <summary>The time of the policy is over.</summary>
    TimedOut,

    /// <summary>The body is longer than the policy allows.</summary>
    TooLarge,

    /// <summary>More redirects than the policy allows.</summary>
    TooManyRedirects,

    /// <summary>A status other than 2xx.</summary>
    BadStatus,

    /// <summary>The caller sent what it knows, and it is still so (304).</summary>
    NotModified,

    /// <summary>The host failed often just now; it was not asked.</summary>
    CircuitOpen,
}
