using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Web.Errors;
using Actors.Web.Listeners;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.SignIn;

/// <summary><c>POST /auth/register</c>: one route, three bodies (C2).</summary>
internal static class RegisterRoute
{
    // As documented, typo and all.
    private const string Success = "Succes";

    public static async Task<IResult> PostAsync(HttpContext http, Authenticator authenticator, DoorOptions options)
    {
        var (credentials, refusal) = await AuthBodies.NewAccountAsync(http);
        if (credentials is null) return ApiErrors.Result(refusal!);
        var made = await authenticator.RegisterAsync(credentials, signIn: null, http.RequestAborted);
        return made.Result switch
        {
            RegistrationResult.Created => Answer(http.GetRole(), made.AccountId, credentials.Identifier),
            RegistrationResult.CommonPassword => ApiErrors.Result(AuthRefusals.CommonPassword("password")),
            RegistrationResult.Busy => ApiErrors.Result(AuthRefusals.Busy),
            // An id that is nobody's, of the kind that accounts have: two answers differ whether or not one of them was true.
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
