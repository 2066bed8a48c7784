using Actors.Accounts.Accounts;
using Actors.Accounts.Sessions;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Accounts.SignIn;

/// <summary><c>/auth</c> on the listeners auth and gateway: opens, renews and ends sessions.</summary>
internal static class AuthRoutes
{
    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/auth").WithTags("auth").ForRoles("auth", "gateway").WithErrors(ErrorDialect.FastApi);
        group.MapPost("/register", RegisterRoute.PostAsync).DescribesRegister().AllowAnonymous().LimitedBy(RateLimitPolicies.Register).Idempotent();
        group.MapPost("/login", LoginAsync).DescribesLogin().AllowAnonymous().LimitedBy(RateLimitPolicies.SignIn);
        group.MapPost("/refresh", RefreshAsync).DescribesRefresh().AllowAnonymous().LimitedBy(RateLimitPolicies.Refresh);
        group.MapPost("/change-password", ChangePasswordAsync).DescribesChangePassword().AllowAnonymous().LimitedBy(RateLimitPolicies.SignIn);
        group.MapPost("/logout", LogoutAsync).DescribesLogout().RequireCaller().LimitedBy(RateLimitPolicies.SignOut).Idempotent(endsSession: true);
    }

    private static async Task<IResult> LoginAsync(HttpContext http, Authenticator authenticator, RefreshCookie cookie, IRateLimiter limiter)
    {
        var (credentials, refusal) = await AuthBodies.SignInAsync(http);
        if (credentials is null) return ApiErrors.Result(refusal!);
        if (await limiter.RefusalAsync(http, credentials.Identifier) is { } tooMany) return tooMany;
        return Answer(http, cookie, await authenticator.SignInAsync(credentials, http.GetClient(), http.RequestAborted));
    }

    private static async Task<IResult> ChangePasswordAsync(HttpContext http, Authenticator authenticator, RefreshCookie cookie, IRateLimiter limiter)
    {
        var (credentials, wanted, refusal) = await AuthBodies.ChangePasswordAsync(http);
        if (credentials is null) return ApiErrors.Result(refusal!);
        if (await limiter.RefusalAsync(http, credentials.Identifier) is { } tooMany) return tooMany;
        return Answer(http, cookie, await authenticator.ChangePasswordAsync(credentials, wanted, http.GetClient(), http.RequestAborted));
    }

    // Cookies have priority; a Bearer token is used only without a cookie.
    private static async Task<IResult> RefreshAsync(HttpContext http, Authenticator authenticator, RefreshCookie cookie)
    {
        var sent = RefreshCookie.Read(http.Request);
        string[] given = sent is [] && BearerToken.Of(http.Request) is { } bearer ? [bearer] : sent;
        var tokens = given is [] ? null : await authenticator.RefreshAsync(given, http.GetClient(), http.RequestAborted);
        if (tokens is not null) return TokenResult(http, cookie, tokens);
        if (sent is not []) cookie.Delete(http.Response);
        return ApiErrors.Result(AuthRefusals.NoRefreshToken);
    }

    private static async Task<IResult> LogoutAsync(HttpContext http, IGrainFactory grains, RefreshCookie cookie)
    {
        var caller = http.GetCaller();
        await grains.GetGrain<IAccountGrain>(caller.AccountId).EndSession(caller.SessionId);
        cookie.Delete(http.Response);
        return TypedResults.Json(new DetailAnswer("Logged out"), AccountsJson.Readable.DetailAnswer);
    }

    private static IResult Answer(HttpContext http, RefreshCookie cookie, SignInOutcome outcome) => outcome switch
    {
        { Tokens: { } tokens } => TokenResult(http, cookie, tokens),
        { Result: SignInResult.CommonPassword } => ApiErrors.Result(AuthRefusals.CommonPassword("newPassword")),
        { Result: SignInResult.Busy } => ApiErrors.Result(AuthRefusals.Busy),
        _ => ApiErrors.Result(AuthRefusals.WrongCredentials),
    };

    private static IResult TokenResult(HttpContext http, RefreshCookie cookie, TokenPair tokens)
    {
        cookie.Set(http.Response, tokens);
        http.Response.SetNoStore();
        return TypedResults.Json(new TokenAnswer(tokens.AccessToken), AccountsJson.Readable.TokenAnswer);
    }
}
