using Actors.Accounts.Accounts;
using Actors.Accounts.SignIn;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Listeners;
using Actors.Web.OpenApi;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Accounts.PasswordReset;

/// <summary><c>/auth/forgot-password</c> and <c>/auth/reset-password</c>: password reset by e-mail. They share rate limits with sign-in.</summary>
internal static class PasswordResetRoutes
{
    private static readonly ApiError s_badToken = new(StatusCodes.Status401Unauthorized, "Reset token is invalid or has expired");

    public static void MapPasswordReset(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/auth/reset-password", ResetPage.Show).ForRoles("auth", "gateway").AllowAnonymous().ExcludeFromDescription();
        var group = routes.MapGroup("/auth").WithTags("auth").ForRoles("auth", "gateway").WithErrors(ErrorDialect.FastApi)
            .AllowAnonymous().LimitedBy(RateLimitPolicies.SignIn).Idempotent();
        group.MapPost("/forgot-password", ForgotAsync)
            .WithSummary("Request a password reset letter")
            .WithDescription("The response is the same for every address. A letter is sent at most every five minutes.")
            .WithRequestBody(typeof(ForgotPasswordDocument), ForgotPasswordDocument.Example)
            .Produces<DetailAnswer>().WithAnswerExample(200, """{ "detail": "If the address belongs to an account, a letter is on its way" }""")
            .RefusesFields();
        group.MapPost("/reset-password", ResetAsync)
            .WithSummary("Reset the password")
            .WithDescription("The token from the letter is valid once, for one hour. All sessions of the account are ended.")
            .WithRequestBody(typeof(ResetPasswordDocument), ResetPasswordDocument.Example)
            .Produces<DetailAnswer>().WithAnswerExample(200, """{ "detail": "Password changed" }""")
            .Produces<DetailDocument>(StatusCodes.Status401Unauthorized).WithAnswerExample(401, """{ "detail": "Reset token is invalid or has expired" }""")
            .RefusesFields();
    }

    private static async Task<IResult> ForgotAsync(HttpContext http, PasswordResets resets, IRateLimiter limiter)
    {
        var (body, refusal) = await AuthBodies.OpenAsync(http);
        if (body is null) return ApiErrors.Result(refusal!);
        var email = body.Email();
        if (!body.Ok) return ApiErrors.Result(body.Faults.ToError());
        if (await limiter.RefusalAsync(http, email!) is { } tooMany) return tooMany;
        await resets.AskAsync(email!, http.RequestAborted);
        return Answer("If the address belongs to an account, a letter is on its way");
    }

    private static async Task<IResult> ResetAsync(HttpContext http, PasswordResets resets)
    {
        var (body, refusal) = await AuthBodies.OpenAsync(http);
        if (body is null) return ApiErrors.Result(refusal!);
        var text = body.Text("token", max: SignInFields.MaxPassword);
        var wanted = body.NewPassword("newPassword");
        if (!body.Ok) return ApiErrors.Result(body.Faults.ToError());
        ResetToken.TryRead(text, out var token);
        return await resets.ResetAsync(token, wanted, http.GetClient(), http.RequestAborted) switch
        {
            SignInResult.Done => Answer("Password changed"),
            SignInResult.CommonPassword => ApiErrors.Result(AuthRefusals.CommonPassword("newPassword")),
            SignInResult.Busy => ApiErrors.Result(AuthRefusals.Busy),
            _ => ApiErrors.Result(s_badToken),
        };
    }

    private static IResult Answer(string detail) => TypedResults.Json(new DetailAnswer(detail), AccountsJson.Readable.DetailAnswer);
}

/// <summary>The body of <c>/auth/forgot-password</c>.</summary>
internal sealed record ForgotPasswordDocument(string Email)
{
    public const string Example = """{ "email": "user@example.com" }""";
}

/// <summary>The body of <c>/auth/reset-password</c>.</summary>
internal sealed record ResetPasswordDocument(string Token, string NewPassword)
{
    public const string Example = """{ "token": "PxwrSl1uT3CBkqO0xdbn-AkaKzAAAAB2mZ5s5gR0m3pJ8V1Yx6c7d9e0f1a2b3c4", "newPassword": "c0rrect horse" }""";
}
