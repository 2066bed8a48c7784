namespace Actors.Web.RateLimiting;

/// <summary>The policies of the families. Those per network leave room for an office or a school behind one address.</summary>
public static class RateLimitPolicies
{
    /// <summary>Sign-in and change of password, from one network.</summary>
    public static readonly RateLimitPolicy SignIn =
        new("sign-in", 20, TimeSpan.FromMinutes(1), RateLimitPartition.Network) { Strict = true };

    /// <summary>Sign-in and change of password for one identifier, from one network. The handler takes it.</summary>
    public static readonly RateLimitPolicy SignInIdentifier =
        new("sign-in-identifier", 10, TimeSpan.FromMinutes(1), RateLimitPartition.Key) { Strict = true };

    /// <summary>Refreshes from one network; each needs a token that cannot be guessed.</summary>
    public static readonly RateLimitPolicy Refresh =
        new("refresh", 120, TimeSpan.FromMinutes(1), RateLimitPartition.Network);

    /// <summary>Registrations from one network.</summary>
    public static readonly RateLimitPolicy Register =
        new("register", 20, TimeSpan.FromHours(1), RateLimitPartition.Network) { Strict = true };

    /// <summary>Ending sessions, by one caller: each answer may be kept, and costs a row for a day.</summary>
    public static readonly RateLimitPolicy SignOut =
        new("sign-out", 60, TimeSpan.FromMinutes(1), RateLimitPartition.Caller);

    /// <summary>Everything of events-face, for one caller.</summary>
    public static readonly RateLimitPolicy EventsFace =
        new("events-face", 100, TimeSpan.FromMinutes(1), RateLimitPartition.Caller);
}
