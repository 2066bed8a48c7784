using Actors.Accounts.Accounts;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Accounts.EventsFace;

/// <summary><c>/api/auth</c> of events-face, on the combined listener. Tokens are in bodies, not in cookies.</summary>
internal static class FaceRoutes
{
    private static readonly ApiError s_deadToken = new(StatusCodes.Status401Unauthorized, "Token is invalid or expired");

    public static void MapFace(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/auth").WithTags("events-face").ForRoles(ListenerPlan.Combined).WithErrors(FaceErrors.Instance);
        group.MapPost("/register", RegisterAsync).DescribesFaceRegister().AllowAnonymous().LimitedBy(RateLimitPolicies.Register);
        group.MapPost("/login", LoginAsync).DescribesFaceLogin().AllowAnonymous().LimitedBy(RateLimitPolicies.SignIn);
        group.MapPost("/token/refresh", RefreshAsync).DescribesFaceRefresh().AllowAnonymous().LimitedBy(RateLimitPolicies.Refresh);
        group.MapPost("/logout", FaceLogout.PostAsync).DescribesFaceLogout().RequireCaller().LimitedBy(RateLimitPolicies.SignOut).Idempotent(endsSession: true);
    }

    private static async Task<IResult> RegisterAsync(HttpContext http, Authenticator authenticator)
    {
        var (credentials, refusal) = await FaceBodies.NewAccountAsync(http);
        if (credentials is null) return ApiErrors.Result(refusal!);
        var made = await authenticator.RegisterAsync(credentials, http.GetClient(), http.RequestAborted);
        return made switch
        {
            { Result: RegistrationResult.Created, Tokens: { } tokens } => Created(http, tokens),
            { Result: RegistrationResult.CommonPassword } => ApiErrors.Result(FaceErrors.CommonPassword),
            { Result: RegistrationResult.Busy } => ApiErrors.Result(AuthRefusals.Busy),
            _ => ApiErrors.Result(FaceErrors.Taken),
        };
    }

    private static async Task<IResult> LoginAsync(HttpContext http, Authenticator authenticator, IRateLimiter limiter)
    {
        var (credentials, refusal) = await FaceBodies.SignInAsync(http);
        if (credentials is null) return ApiErrors.Result(refusal!);
        if (await limiter.RefusalAsync(http, credentials.Identifier) is { } tooMany) return tooMany;
        var outcome = await authenticator.SignInAsync(credentials, http.GetClient(), http.RequestAborted);
        if (outcome.Tokens is not { } tokens)
            return ApiErrors.Result(outcome.Result == SignInResult.Busy ? AuthRefusals.Busy : FaceErrors.WrongCredentials);
        http.Response.SetNoStore();
        return TypedResults.Json(new FaceLoginAnswer(tokens.AccessToken, tokens.RefreshToken), AccountsJson.Readable.FaceLoginAnswer);
    }

    private static async Task<IResult> RefreshAsync(HttpContext http, Authenticator authenticator)
    {
        var (token, refusal) = await FaceBodies.RefreshAsync(http);
        if (token is null) return ApiErrors.Result(refusal!);
        if (await authenticator.RefreshAsync(token, http.GetClient(), http.RequestAborted) is not { } tokens)
            return ApiErrors.Result(s_deadToken);
        http.Response.SetNoStore();
        return TypedResults.Json(
            new FaceRefreshAnswer(tokens.AccessToken, tokens.RefreshToken, tokens.AccessToken), AccountsJson.Readable.FaceRefreshAnswer);
    }

    private static IResult Created(HttpContext http, TokenPair tokens)
    {
        http.Response.SetNoStore();
        return TypedResults.Json(
            new FaceRegisterAnswer("User registered successfully", tokens.AccessToken, tokens.RefreshToken),
            AccountsJson.Readable.FaceRegisterAnswer, statusCode: StatusCodes.Status201Created);
    }
}
