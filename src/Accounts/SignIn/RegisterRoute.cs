using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Web.Errors;
using Actors.Web.Listeners;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary><c>POST /auth/register</c>: one route with three response bodies (C2).</summary>
internal static class RegisterRoute
{
    // The documented text, including its typo.
    private const string Success = "Succes";

    public static async Task<IResult> PostAsync(HttpContext http, Authenticator authenticator, AuthOptions options)
    {
        var (credentials, refusal) = await AuthBodies.NewAccountAsync(http);
        if (credentials is null) return ApiErrors.Result(refusal!);
        var made = await authenticator.RegisterAsync(credentials, signIn: null, http.RequestAborted);
        return made.Result switch
        {
            RegistrationResult.Created => Answer(http.GetRole(), made.AccountId, credentials.Identifier),
            RegistrationResult.CommonPassword => ApiErrors.Result(AuthRefusals.CommonPassword("password")),
            RegistrationResult.Busy => ApiErrors.Result(AuthRefusals.Busy),
            // A random id, so that the response looks like that of a new account.
            _ when options.HidesTaken => Answer(http.GetRole(), Guid.NewGuid(), credentials.Identifier),
            _ => ApiErrors.Result(AuthRefusals.EmailTaken),
        };
    }

    private static IResult Answer(string role, Guid id, Identifier email) => TypedResults.Json(
        role switch
        {
            "auth" => new RegisterAnswer(id, email.Shown, null),
            ListenerPlan.Gateway => new RegisterAnswer(null, null, Success),
            _ => new RegisterAnswer(id, email.Shown, Success),
        },
        AccountsJson.Readable.RegisterAnswer, statusCode: StatusCodes.Status201Created);
}
