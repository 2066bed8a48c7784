using Actors.Accounts.Accounts;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Accounts.SignIn;

/// <summary><c>/auth/sessions</c>: lists and ends the caller's sessions.</summary>
internal static class SessionRoutes
{
    private static readonly ApiError s_noUuid = ApiError.Invalid(new Fault(["path", "id"], "Input should be a valid UUID", "uuid_parsing"));

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/auth/sessions").WithTags("auth").ForRoles("auth", "gateway").WithErrors(ErrorDialect.FastApi).RequireCaller();
        group.MapGet("/", ListAsync).DescribesSessions();
        group.MapDelete("/{id}", EndAsync).DescribesSessionEnd().LimitedBy(RateLimitPolicies.SignOut).Idempotent(endsSession: true);
    }

    private static async Task<IResult> ListAsync(HttpContext http, IGrainFactory grains)
    {
        var caller = http.GetCaller();
        var sessions = await grains.GetGrain<IAccountGrain>(caller.AccountId).Sessions();
        http.Response.SetNoStore();
        return TypedResults.Json(
            sessions.Select(session => SessionAnswer.Of(session, caller.SessionId)).ToArray(), AccountsJson.Readable.SessionAnswerArray);
    }

    // The caller's own account is asked, so a session of another account is 404 like one that does not exist.
    private static async Task<IResult> EndAsync(string id, HttpContext http, IGrainFactory grains, RefreshCookie cookie)
    {
        if (!Guid.TryParse(id, out var session)) return ApiErrors.Result(s_noUuid);
        var caller = http.GetCaller();
        if (!await grains.GetGrain<IAccountGrain>(caller.AccountId).EndSession(session)) return ApiErrors.Result(AuthRefusals.NoSession);
        if (session == caller.SessionId) cookie.Delete(http.Response);
        return TypedResults.NoContent();
    }
}
