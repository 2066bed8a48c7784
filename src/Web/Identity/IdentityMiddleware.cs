using Actors.Core.Accounts;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Authorization;

namespace Actors.Web.Identity;

/// <summary>
/// Passes a request on if its route is public or exempts it, or if its token belongs to a live session. Requests without a route pass too and get 404
/// or 405, because the existence of a path is not a secret.
/// </summary>
internal sealed class IdentityMiddleware(RequestDelegate next, IAccess access)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is not { } endpoint || IsPublic(endpoint) ? next(context) : AuthorizeAsync(context, endpoint);

    private static bool IsPublic(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || IsMethodNotAllowed(endpoint);

    // Routing's endpoint for 405: the only plain Endpoint without metadata.
    private static bool IsMethodNotAllowed(Endpoint endpoint) => endpoint.GetType() == typeof(Endpoint) && endpoint.Metadata.Count == 0;

    private async Task AuthorizeAsync(HttpContext context, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<AccessExemption>()?.Applies(context) == true)
        {
            await next(context);
            return;
        }

        // The check takes microseconds, so it does not use RequestAborted, whose first use allocates.
        var token = BearerToken.Of(context.Request);
        var caller = token is null ? null : await access.CheckAsync(token, CancellationToken.None);
        if (caller is null)
        {
            await WithoutSessionAsync(context, endpoint, token);
        }
        else if (!MeetsAll(endpoint, caller))
        {
            if (context.RequestServices.GetService<IDenialLog>() is { } denials) await denials.WriteAsync(context, caller);
            await ApiErrors.WriteAsync(context, AccessRefusals.NotAllowed);
        }
        else
        {
            context.Features.Set(caller);
            await next(context);
        }
    }

    // A route has its group's requirements and its own.
    private static bool MeetsAll(Endpoint endpoint, Caller caller)
    {
        var requirements = endpoint.Metadata.GetOrderedMetadata<AccessRequirement>();
        for (var i = 0; i < requirements.Count; i++)
        {
            if (!requirements[i].IsMetBy(caller))
            {
                return false;
            }
        }

        return requirements.Count > 0;
    }

    private Task WithoutSessionAsync(HttpContext context, Endpoint endpoint, string? token)
    {
        if (token is null || endpoint.Metadata.GetMetadata<EndsSession>() is null || access.OwnerOf(token) is not { } former)
        {
            return ApiErrors.WriteAsync(context, AccessRefusals.NotSignedIn);
        }

        context.Features.Set(former);
        return next(context);
    }
}
