namespace Actors.Web.Listeners;

/// <summary>Gets the listener role of a request and restricts routes to roles.</summary>
public static class Roles
{
    /// <summary>The role of the listener that accepted the connection; <see cref="ListenerPlan.Combined"/> if it has no role.</summary>
    public static string GetRole(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.RequestServices.GetService<ListenerPlan>()?.RoleOf(context.Connection.LocalPort) ?? ListenerPlan.Combined;
    }

    /// <summary>
    /// Restricts routes to listeners of these roles and the combined listener; on other listeners the path is 404. If two roles map the same path,
    /// the combined listener uses the endpoint that names <see cref="ListenerPlan.Combined"/>.
    /// </summary>
    public static TBuilder ForRoles<TBuilder>(this TBuilder routes, params string[] roles)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new RoleMetadata(roles));
}
