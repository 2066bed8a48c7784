using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Hosting.Telemetry;

/// <summary>Names the span of a request by its route, and makes it the parent of the grain calls that the request leads to.</summary>
internal sealed class RequestTrace(RequestDelegate next)
{
    private static readonly string[] s_methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    public async Task InvokeAsync(HttpContext context)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is not null) TraceParent.Set(span);
        try
        {
            await next(context);
        }
        finally
        {
            if (span is { IsAllDataRequested: true }) Describe(span, context);
        }
    }

    private static void Describe(Activity span, HttpContext context)
    {
        // A method is the client's own word, too.
        var method = s_methods.Contains(context.Request.Method) ? context.Request.Method : "_OTHER";
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var status = context.Response.StatusCode;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
            span.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture)).SetStatus(ActivityStatusCode.Error);
    }
}
