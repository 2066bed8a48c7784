namespace Actors.Web.Listeners;

/// <summary>On an endpoint: the roles of the listeners it exists on.</summary>
internal sealed record RoleMetadata(IReadOnlyList<string> Roles)
{
    public bool Names(string role) => Roles.Contains(role, StringComparer.Ordinal);

    /// <summary>The combined listener has every role's paths but those of the metrics listener.</summary>
    public bool Includes(string role) => Names(role) || (role == ListenerPlan.Combined && !Names(ListenerPlan.Metrics));
}
