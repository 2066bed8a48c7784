using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>Adds authentication and authorization.</summary>
public static class IdentitySetup
{
    /// <summary>
    /// Adds the middleware. It denies by default: routes need ASP.NET's <c>AllowAnonymous</c> or <see cref="AccessEndpoints.RequireCaller"/>. Needs
    /// an <see cref="IAccess"/>; must come after errors and CORS.
    /// </summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app) => app.UseMiddleware<IdentityMiddleware>();
}
