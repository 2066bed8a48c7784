using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>Asks who makes a request, before any route sees it.</summary>
public static class IdentitySetup
{
    /// <summary>
    /// Deny by default: from here on only routes marked with the framework's <c>AllowAnonymous</c> answer without a token, and those marked with
    /// <see cref="AccessEndpoints.RequireCaller"/> with one. Needs an <see cref="IAccess"/>; comes after errors and CORS.
    /// </summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app) => app.UseMiddleware<IdentityMiddleware>();
}
