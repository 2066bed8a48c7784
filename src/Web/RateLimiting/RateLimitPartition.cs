namespace Actors.Web.RateLimiting;

/// <summary>Which requests a policy counts together.</summary>
public enum RateLimitPartition
{
    /// <summary>Requests from one network: an IPv4 address or an IPv6 /64.</summary>
    Network,

    /// <summary>Requests of one account from any network; requests without a caller count for their network.</summary>
    Caller,

    /// <summary>
    /// Requests with the same key, for example the e-mail of a sign-in. The handler takes the permit: <see cref="IRateLimiter.TakeAsync"/>.
    /// </summary>
    Key,
}
