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

/// <summary><c>/auth/forgot-password</c> and <c>/auth/reset-password</c>: another password by a letter. They share their limits with sign-in.</summary>
internal static class PasswordResetRoutes
{
    private static readonly ApiError s_badToken = new(StatusCodes.Status401Unauthorized, "Reset token is invalid or has expired");

    public static void MapPasswordReset(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/auth/reset-password", ResetPage.Show).ForRoles("auth", "gateway").AllowAnonymous().ExcludeFromDescription();
        var group = routes.MapGroup("/auth").WithTags("auth").ForRoles("auth", "gateway").WithErrors(ErrorDialect.FastApi)
            .AllowAnonymous().LimitedBy(RateLimitPolicies.SignIn).Idempotent();
        group.MapPost("/forgot-password", ForgotAsync)
            .WithSummary("Ask for a letter to choose a new password")
            .WithDescription("The answer is the same whether the address belongs to an account or not. A letter comes at most every five minutes.")
            .WithRequestBody(typeof(ForgotPasswordDocument), ForgotPasswordDocument.Example)
            .Produces<DetailAnswer>().WithAnswerExample(200, """{ "detail": "If the address belongs to an account, a letter is on its way" }""")
            .RefusesFields();
        group.MapPost("/reset-password", ResetAsync)
            .WithSummary("Choose a new password by the token of a letter")
            .WithDescription("The token is good once and for an hour. Every session of the account is ended; sign in with the new password.")
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

/// <summary>What <c>/auth/forgot-password</c> takes.</summary>
internal sealed record ForgotPasswordDocument(string Email)
{
    public const string Example = """{ "email": "user@example.com" }""";
}

/// <summary>What <c>/auth/reset-password</c> takes.</summary>
internal sealed record ResetPasswordDocument(string Token, string NewPassword)
{
    public const string Example = """{ "token": "PxwrSl1uT3CBkqO0xdbn-AkaKzAAAAB2mZ5s5gR0m3pJ8V1Yx6c7d9e0f1a2b3c4", "newPassword": "c0rrect horse" }""";
}
