using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>How routes say who may use them: <see cref="RequireCaller"/>, <see cref="RequirePermission"/>, or the framework's <c>AllowAnonymous</c>. A route with none of them refuses every request.</summary>
public static class AccessEndpoints
{
    /// <summary>
    /// Only those who are signed in (401), and only those who have one of the roles when any is named (403). The handler asks
    /// <see cref="CallerContext.GetCaller"/> who it is.
    /// </summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder routes, params string[] roles)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRequirement([.. roles]));

    /// <summary>Only those who are signed in (401) and whose roles allow this (403): one of <see cref="Permissions"/>.</summary>
    /// <exception cref="ArgumentException">There is no such permission, so every request would be refused.</exception>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder routes, string permission)
        where TBuilder : IEndpointConventionBuilder => Permissions.All.Contains(permission)
            ? routes.WithMetadata(new AccessRequirement([]) { Permission = permission })
            : throw new ArgumentException($"'{permission}' is not a permission.", nameof(permission));

    /// <summary>Requests for which the rule is true need no caller, whatever the routes require of others.</summary>
    public static TBuilder ExceptFor<TBuilder>(this TBuilder routes, Func<HttpContext, bool> rule)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessExemption(rule));
}
