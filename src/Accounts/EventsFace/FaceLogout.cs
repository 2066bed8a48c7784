using Actors.Accounts.Accounts;
using Actors.Accounts.Tokens;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.EventsFace;

/// <summary><c>POST /api/auth/logout</c>: ends the caller's session and the session of the given refresh token.</summary>
internal static class FaceLogout
{
    public static async Task<IResult> PostAsync(HttpContext http, IGrainFactory grains, SigningKeys keys)
    {
        var caller = http.GetCaller();
        var (text, refusal) = await FaceBodies.RefreshAsync(http);
        if (text is null) return ApiErrors.Result(IsAboutBody(refusal!) ? refusal! : FaceErrors.BadRefreshToken);
        if (!RefreshToken.TryRead(text, keys, out var token) || token.AccountId != caller.AccountId) return ApiErrors.Result(FaceErrors.BadRefreshToken);
        var account = grains.GetGrain<IAccountGrain>(caller.AccountId);
        if (token.SessionId != caller.SessionId && !await account.EndSession(token.SessionId)) return ApiErrors.Result(FaceErrors.BadRefreshToken);
        await account.EndSession(caller.SessionId);
        return TypedResults.Json(new MessageAnswer("Logout successful"), AccountsJson.Readable.MessageAnswer);
    }

    // The body was too large or had an unknown encoding, so no token was read.
    private static bool IsAboutBody(ApiError refusal) =>
        refusal.Status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType;
}
