namespace Actors.Web.Listeners;

/// <summary>Which listener a request came in by, and which routes it may see there.</summary>
public static class Roles
{
    /// <summary>The role of the listener that accepted the connection; <see cref="ListenerPlan.Combined"/> when it has no other.</summary>
    public static string GetRole(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetService<ListenerPlan>()?.RoleOf(context.Connection.LocalPort) ?? ListenerPlan.Combined;
    }

    /// <summary>
    /// These routes exist on listeners of these roles, and on the combined one; elsewhere the path is unknown (404). Where two roles answer
    /// one path differently, the endpoint that names <see cref="ListenerPlan.Combined"/> is the combined listener's.
    /// </summary>
    public static TBuilder ForRoles<TBuilder>(this TBuilder routes, params string[] roles)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new RoleMetadata(roles));
}
