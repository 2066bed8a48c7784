namespace Actors.Hosting.Dashboard;

/// <summary>What browsers are told about the dashboard's answers; Orleans sends no such headers of its own.</summary>
internal static class DashboardHeaders
{
    // All of it comes from the package. The hash is that of the one style attribute in its page, a padding; should another version of the
    // package have another, the padding is lost and nothing else.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-hashes' 'sha256-eq2af6QS2pzGTyxQ6dj75iyyFqwRgxGGxEAjoqE24f0='; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Sets them before the answer is made, which may set stricter ones.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(context);
    }
}
