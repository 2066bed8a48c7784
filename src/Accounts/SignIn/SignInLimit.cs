using Actors.Accounts.Identifiers;
using Actors.Web.Listeners;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary>
/// The limit that follows an identifier: all doors and all spellings share it, and it holds for identifiers that nobody has too. Each network has
/// its own, or whoever knows an address could keep its owner out; guesses from many networks are slowed down by the back-off.
/// </summary>
internal static class SignInLimit
{
    /// <summary>429, or null when there is still an attempt left.</summary>
    public static Task<IResult?> RefusalAsync(this IRateLimiter limiter, HttpContext http, Identifier identifier) =>
        limiter.RefusalAsync(http, RateLimitPolicies.SignInIdentifier, $"{identifier.Key}@{http.GetClientNetwork()}");
}
