using Actors.Accounts.Identifiers;
using Actors.Web.Listeners;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>
/// The rate limit by identifier and network. All routes and all spellings share it, and it applies to unknown identifiers too. It is separate for
/// each network, so that a stranger cannot lock out the owner; the back-off throttles guesses from many networks.
/// </summary>
internal static class SignInLimit
{
    /// <summary>The error 429, or null if a permit was available.</summary>
    public static Task<IResult?> RefusalAsync(this IRateLimiter limiter, HttpContext http, Identifier identifier) =>
        limiter.RefusalAsync(http, RateLimitPolicies.SignInIdentifier, $"{identifier.Key}@{http.GetClientNetwork()}");
}
