namespace Actors.Web.Listeners;

/// <summary>Endpoint metadata: the listener roles on which the endpoint exists.</summary>
internal sealed record RoleMetadata(IReadOnlyList<string> Roles)
{
    public bool Names(string role) => Roles.Contains(role, StringComparer.Ordinal);

    /// <summary>The combined listener includes all roles except metrics.</summary>
    public bool Includes(string role) => Names(role) || (role == ListenerPlan.Combined && !Names(ListenerPlan.Metrics));
}
