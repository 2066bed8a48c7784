namespace Actors.Web.RateLimiting;

/// <summary>Whose requests a policy counts together.</summary>
public enum RateLimitPartition
{
    /// <summary>Those of one network: an IPv4 address, or a /64 of IPv6.</summary>
    Network,

    /// <summary>Those of one account, from wherever they come; requests without a caller count for their network.</summary>
    Caller,

    /// <summary>Those that name the same thing, such as the e-mail of a sign-in. The handler takes it: <see cref="IRateLimiter.TakeAsync"/>.</summary>
    Key,
}
