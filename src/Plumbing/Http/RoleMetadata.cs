namespace Actors.Plumbing.Http;

/// <summary>On an endpoint: the roles of the listeners it exists on.</summary>
internal sealed record RoleMetadata(IReadOnlyList<string> Roles)
{
    public bool Includes(string role) => role == ListenerPlan.Combined || Roles.Contains(role, StringComparer.Ordinal);
}
