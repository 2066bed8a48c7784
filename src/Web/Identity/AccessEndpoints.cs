namespace Actors.Web.Identity;

/// <summary>How routes say who may use them: <see cref="RequireCaller"/>, or the framework's <c>AllowAnonymous</c>. A route that says neither answers nobody.</summary>
public static class AccessEndpoints
{
    /// <summary>
    /// Only those who are signed in (401), and only those who have one of the roles when any is named (403). The handler asks
    /// <see cref="CallerContext.GetCaller"/> who it is.
    /// </summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder routes, params string[] roles)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessRequirement([.. roles]));

    /// <summary>Requests for which the rule is true need no caller, whatever the routes require of others.</summary>
    public static TBuilder ExceptFor<TBuilder>(this TBuilder routes, Func<HttpContext, bool> rule)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new AccessExemption(rule));
}
