using Actors.Core.Accounts;
using Actors.Web.Errors;
using Microsoft.AspNetCore.Authorization;

namespace Actors.Web.Identity;

/// <summary>
/// Lets a request through to its route when the route is public or exempts it, or when its token belongs to a session that is alive now. Paths and methods
/// without a route go on to their 404 and 405: whether a path exists is no secret, and an answer of 401 would be a lie.
/// </summary>
internal sealed class IdentityMiddleware(RequestDelegate next, IAccess access)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is not { } endpoint || IsPublic(endpoint) ? next(context) : AdmitAsync(context, endpoint);

    private static bool IsPublic(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || IsRefusalOfRouting(endpoint);

    // Routing answers a method that the path does not have with an endpoint of its own, the only kind that no route made and nothing describes.
    private static bool IsRefusalOfRouting(Endpoint endpoint) => endpoint.GetType() == typeof(Endpoint) && endpoint.Metadata.Count == 0;

    private async Task AdmitAsync(HttpContext context, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<AccessExemption>()?.Applies(context) == true)
        {
            await next(context);
            return;
        }

        // The check takes microseconds: it does not follow RequestAborted, which costs an allocation to ask for.
        var token = BearerToken.Of(context.Request);
        var caller = token is null ? null : await access.CheckAsync(token, CancellationToken.None);
        if (caller is null)
        {
            await WithoutSessionAsync(context, endpoint, token);
        }
        else if (!Admits(endpoint, caller))
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

    // A route of a group has the group's requirement and its own.
    private static bool Admits(Endpoint endpoint, Caller caller)
    {
        var requirements = endpoint.Metadata.GetOrderedMetadata<AccessRequirement>();
        for (var i = 0; i < requirements.Count; i++)
        {
            if (!requirements[i].Admits(caller))
            {
                return false;
            }
        }

        return requirements.Count > 0;
    }

    private Task WithoutSessionAsync(HttpContext context, Endpoint endpoint, string? token)
    {
        if (token is null || endpoint.Metadata.GetMetadata<EndsSession>() is null || access.HolderOf(token) is not { } former)
        {
            return ApiErrors.WriteAsync(context, AccessRefusals.NotSignedIn);
        }

        context.Features.Set(former);
        return next(context);
    }
}
