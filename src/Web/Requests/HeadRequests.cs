namespace Actors.Web.Requests;

/// <summary>
/// Answers HEAD wherever there is GET (RFC 9110, 9.1): a HEAD request is routed as GET, and the server leaves the body out. A route that takes other
/// methods besides GET, such as a payment notification, may act on its request and does not answer HEAD.
/// </summary>
public static class HeadRequests
{
    private static readonly HeadMark s_mark = new();

    /// <summary>Routes requests. Comes after the errors, whose shape depends on the route that was found.</summary>
    public static IApplicationBuilder UseHeadRequests(this IApplicationBuilder app) => app.Use(ToGetAsync).UseRouting().Use(ToHeadAsync);

    private static Task ToGetAsync(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Features.Set(s_mark);
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    private static Task ToHeadAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<HeadMark>() is null) return next(context);
        context.Request.Method = HttpMethods.Head;
        if (context.GetEndpoint()?.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 1 } methods || methods.Contains(HttpMethods.Head))
            return next(context);
        context.SetEndpoint(null);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", methods);
        return Task.CompletedTask;
    }

    /// <summary>Marks a request that is routed as GET and was sent as HEAD.</summary>
    private sealed class HeadMark;
}
