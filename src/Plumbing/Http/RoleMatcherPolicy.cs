using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing.Matching;

namespace Actors.Plumbing.Http;

/// <summary>
/// Splits the routing table by listener role, before methods are looked at: another role's path is unknown here, whatever the method,
/// and two roles may answer the same path differently.
/// </summary>
internal sealed class RoleMatcherPolicy(ListenerPlan plan) : MatcherPolicy, IEndpointComparerPolicy, INodeBuilderPolicy
{
    // Stands for every listener of a role that no endpoint of the node names.
    private const string AnyOther = "";
    private const int BeforeMethods = -2000;

    public override int Order => BeforeMethods;

    public IComparer<Endpoint> Comparer => EndpointMetadataComparer<RoleMetadata>.Default;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(endpoint => RolesOf(endpoint) is not null);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints)
    {
        var roles = endpoints.SelectMany(endpoint => RolesOf(endpoint)?.Roles ?? []).Append(AnyOther).Append(ListenerPlan.Combined).Distinct(StringComparer.Ordinal);
        return [.. roles.Select(role => new PolicyNodeEdge(role, Visible(endpoints, role))).Where(edge => edge.Endpoints.Count > 0)];
    }

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges)
    {
        var byRole = edges.ToFrozenDictionary(edge => (string)edge.State, edge => edge.Destination, StringComparer.Ordinal);
        return new ByRole(plan, byRole, byRole.GetValueOrDefault(AnyOther, exitDestination));
    }

    private static List<Endpoint> Visible(IReadOnlyList<Endpoint> endpoints, string role) =>
        [.. endpoints.Where(endpoint => RolesOf(endpoint)?.Includes(role) ?? true)];

    private static RoleMetadata? RolesOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<RoleMetadata>();

    private sealed class ByRole(ListenerPlan plan, FrozenDictionary<string, int> byRole, int others) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) =>
            byRole.GetValueOrDefault(plan.RoleOf(httpContext.Connection.LocalPort), others);
    }
}
