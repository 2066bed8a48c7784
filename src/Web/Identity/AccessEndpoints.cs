using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>
/// Declares who may use a route: <see cref="RequireCaller"/>, <see cref="RequirePermission"/> or ASP.NET's <c>AllowAnonymous</c>. A route without any
/// of them refuses every request.
/// </summary>
public static class AccessEndpoints
{
    /// <summary>
    /// Requires a signed-in caller (otherwise 401) with one of the roles, if any are given (otherwise 403). The handler gets the caller from
    /// <see cref="CallerContext.GetCaller"/>.
    /// </summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder routes, params string[] roles)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRequirement([.. roles]));

    /// <summary>Requires a signed-in caller (otherwise 401) with a permission (otherwise 403): one of <see cref="Permissions"/>.</summary>
    /// <exception cref="ArgumentException">The permission does not exist, so every request would be refused.</exception>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder routes, string permission)
        where TBuilder : IEndpointConventionBuilder => Permissions.All.Contains(permission)
            ? routes.WithMetadata(new AccessRequirement([]) { Permission = permission })
            : throw new ArgumentException($"'{permission}' is not a permission.", nameof(permission));

    /// <summary>Exempts requests for which the rule is true from the access requirements.</summary>
    public static TBuilder ExceptFor<TBuilder>(this TBuilder routes, Func<HttpContext, bool> rule)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessExemption(rule));
}
