using Actors.Web.Errors;

namespace Actors.Web.Requests;

/// <summary>Adds the middleware of all requests, in this order: request id, then errors.</summary>
public static class RequestPipeline
{
    /// <summary>Accepts or creates <c>X-Request-ID</c> and adds it to the response, the trace identifier and the log scope.</summary>
    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app) => app.UseMiddleware<RequestIdMiddleware>();

    /// <summary>
    /// Writes error bodies for unhandled exceptions, unmatched paths and empty error responses. Must come right after <see cref="UseRequestIds"/>.
    /// </summary>
    public static IApplicationBuilder UseApiErrors(this IApplicationBuilder app) => app.UseMiddleware<ErrorMiddleware>();
}
