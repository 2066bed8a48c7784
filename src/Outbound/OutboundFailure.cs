namespace Actors.Outbound;

/// <summary>Why an outgoing request failed.</summary>
public enum OutboundFailure
{
    /// <summary>It succeeded.</summary>
    None,

    /// <summary>The URL is not allowed: scheme, user info, control characters or no host.</summary>
    BadUrl,

    /// <summary>The URL, or a redirect, leads to a forbidden address.</summary>
    Forbidden,

    /// <summary>No connection, a broken connection, or a response that is not HTTP.</summary>
    Unreachable,

    /// <summary>The policy's timeout elapsed.</summary>
    TimedOut,

    /// <summary>The body is longer than the policy allows.</summary>
    TooLarge,

    /// <summary>More redirects than the policy allows.</summary>
    TooManyRedirects,

    /// <summary>A status other than 2xx.</summary>
    BadStatus,

    /// <summary>The resource has not changed (304).</summary>
    NotModified,

    /// <summary>The circuit breaker is open; no request was sent.</summary>
    CircuitOpen,
}
