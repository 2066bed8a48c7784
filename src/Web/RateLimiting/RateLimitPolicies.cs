namespace Actors.Web.RateLimiting;

/// <summary>The policies of all API families. Policies per network allow for an office or a school behind one address.</summary>
public static class RateLimitPolicies
{
    /// <summary>Sign-ins and password changes from one network.</summary>
    public static readonly RateLimitPolicy SignIn =
        new("sign-in", 20, TimeSpan.FromMinutes(1), RateLimitPartition.Network) { Strict = true };

    /// <summary>Sign-ins and password changes for one identifier from one network. The handler takes the permit.</summary>
    public static readonly RateLimitPolicy SignInIdentifier =
        new("sign-in-identifier", 10, TimeSpan.FromMinutes(1), RateLimitPartition.Key) { Strict = true };

    /// <summary>Refreshes from one network. Not strict, because refresh tokens cannot be guessed.</summary>
    public static readonly RateLimitPolicy Refresh =
        new("refresh", 120, TimeSpan.FromMinutes(1), RateLimitPartition.Network);

    /// <summary>Registrations from one network.</summary>
    public static readonly RateLimitPolicy Register =
        new("register", 20, TimeSpan.FromHours(1), RateLimitPartition.Network) { Strict = true };

    /// <summary>Sign-outs of one caller; bounds the idempotency rows, which are kept for a day.</summary>
    public static readonly RateLimitPolicy SignOut =
        new("sign-out", 60, TimeSpan.FromMinutes(1), RateLimitPartition.Caller);

    /// <summary>All events-face requests of one caller.</summary>
    public static readonly RateLimitPolicy EventsFace =
        new("events-face", 100, TimeSpan.FromMinutes(1), RateLimitPartition.Caller);
}
