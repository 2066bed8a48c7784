namespace Actors.Web.Requests;

/// <summary>
/// Routes HEAD requests as GET; the server omits the body (RFC 9110, 9.1). A route that accepts GET and other methods, for example a payment
/// notification, may have side effects and refuses HEAD.
/// </summary>
public static class HeadRequests
{
    private static readonly HeadFeature s_feature = new();

    /// <summary>Adds routing. Must come after the error middleware, which needs the matched route.</summary>
    public static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) => app.Use(ToGetAsync).UseRouting().Use(ToHeadAsync);

    private static Task ToGetAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Features.Set(s_feature);
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static Task ToHeadAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<HeadFeature>() is null) return next(context);
        context.Request.Method = HttpMethods.Head;
        if (context.GetEndpoint()?.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 1 } methods || methods.Contains(HttpMethods.Head))
            return next(context);
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Task.CompletedTask;
    }

    /// <summary>Marks a HEAD request that is routed as GET.</summary>
    private sealed class HeadFeature;
}
