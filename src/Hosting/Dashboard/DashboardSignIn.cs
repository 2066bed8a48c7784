using Actors.Core.Accounts;
using Actors.Web.Listeners;

namespace Actors.Hosting.Dashboard;

/// <summary>A page that stores the access token of an administrator, as any sign-in route returns it, in the dashboard's cookie.</summary>
internal static class DashboardSignIn
{
    public const string Path = $"{DashboardSetup.Path}/sign-in";

    private const string Field = "token";
    private const int MaxFormBytes = 16 * 1024;

    private const string Page = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Dashboard</title>
        <form method="post" autocomplete="off"><label>Access token of an administrator <input name="token" type="password" size="60" required autofocus></label>
        <button>Open</button></form></html>
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, Show).AllowAnonymous().ForRoles(ListenerPlan.Combined).ExcludeFromDescription();
        routes.MapPost(Path, (Delegate)SignInAsync).AllowAnonymous().ForRoles(ListenerPlan.Combined).ExcludeFromDescription();
    }

    private static IResult Show(HttpContext context) => ShowWith(context, StatusCodes.Status200OK);

    private static IResult ShowWith(HttpContext context, int status)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'";
        return Results.Text(Page, "text/html; charset=utf-8", statusCode: status);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, IAccess access)
    {
        if (!context.Request.HasFormContentType || context.Request.ContentLength is not <= MaxFormBytes)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var token = form[Field].ToString();
        if (await access.CheckAsync(token, context.RequestAborted) is not { } caller || !caller.Is(AccountRoles.Admin))
            return ShowWith(context, StatusCodes.Status403Forbidden);
        DashboardCookie.Set(context, token);
        context.Response.Headers.Location = $"{DashboardSetup.Path}/";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
