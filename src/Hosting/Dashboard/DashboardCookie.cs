namespace Actors.Hosting.Dashboard;

/// <summary>
/// A page cannot add a header to what a browser loads for it. So the access token lies in a cookie that scripts cannot read, that other sites
/// cannot send, and that reading paths of the dashboard alone understand. The session behind it is checked at every request, as always.
/// </summary>
/// <param name="isOpenTo">Who needs neither.</param>
internal sealed class DashboardCookie(Func<HttpContext, bool> isOpenTo)
{
    private const string Name = "dashboard_token";

    /// <summary>Gives the cookie to the browser; it goes when the browser is closed.</summary>
    public static void Set(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        Path = DashboardSetup.Path,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    });

    /// <summary>Puts the token where identity looks for it. Who has none is sent to the sign-in page when it is a page that was asked for.</summary>
    public Task ReadAsync(HttpContext context, RequestDelegate next)
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
