using Actors.Web.Errors;

namespace Actors.Web.Requests;

/// <summary>What every request passes through, in this order: its id, then the last word on errors.</summary>
public static class HttpPlumbing
{
    /// <summary>Takes or makes <c>X-Request-ID</c> and puts it on the response, the trace identifier and the log scope.</summary>
    public static IApplicationBuilder UseRequestIds(this IApplicationBuilder app) => app.UseMiddleware<RequestIdMiddleware>();

    /// <summary>Answers unhandled exceptions, unmatched paths and empty refusals in the family's shape. Comes right after <see cref="UseRequestIds"/>.</summary>
    public static IApplicationBuilder UseApiErrors(this IApplicationBuilder app) => app.UseMiddleware<ErrorMiddleware>();
}
