namespace Actors.Hosting.Dashboard;

/// <summary>
/// A browser cannot add an Authorization header to the files that a page loads. So the access token is in a cookie that scripts cannot read and
/// other sites cannot send, and that only GET requests of the dashboard use. Its session is checked at every request.
/// </summary>
/// <param name="isOpenTo">True for requests that need no sign-in.</param>
internal sealed class DashboardCookie(Func<HttpContext, bool> isOpenTo)
{
    private const string Name = "dashboard_token";

    /// <summary>Sets a session cookie.</summary>
    public static void Set(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        Path = DashboardSetup.Path,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    });

    /// <summary>Copies the token into the Authorization header. A request for the page without a token is redirected to the sign-in page.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && request.Headers.Authorization.Count == 0)
        {
            if (request.Cookies[Name] is { Length: > 0 } token) request.Headers.Authorization = $"Bearer {token}";
            else if (IsFirstPage(request) && !isOpenTo(context)) return ToSignIn(context);
        }

        return next(context);
    }

    private static bool IsFirstPage(HttpRequest request) =>
        request.Path.Value?.TrimEnd('/') == DashboardSetup.Path && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    private static Task ToSignIn(HttpContext context)
    {
        context.Response.Redirect(DashboardSignIn.Path);
        return Task.CompletedTask;
    }
}
