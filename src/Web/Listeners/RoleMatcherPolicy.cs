using System.Collections.Frozen;
using Microsoft.AspNetCore.Routing.Matching;

namespace Actors.Web.Listeners;

/// <summary>
/// Splits the routing table by listener role before methods are matched: a path of another role is 404 for every method, and two roles may map the
/// same path to different endpoints.
/// </summary>
internal sealed class RoleMatcherPolicy(ListenerPlan plan) : MatcherPolicy, INodeBuilderPolicy
{
    // The edge for roles that no endpoint of the node names.
    private const string AnyOther = "";
    private const int BeforeMethods = -2000;

    public override int Order => BeforeMethods;

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

    // An endpoint that names the role replaces endpoints that only include it.
    private static List<Endpoint> Visible(IReadOnlyList<Endpoint> endpoints, string role)
    {
        var named = endpoints.Where(endpoint => RolesOf(endpoint)?.Names(role) == true).ToList();
        var admitted = endpoints.Where(endpoint => RolesOf(endpoint)?.Includes(role) ?? true);
        return [.. named, .. admitted.Where(endpoint => !named.Exists(other => other == endpoint || SharesMethod(other, endpoint)))];
    }

    private static bool SharesMethod(Endpoint one, Endpoint other)
    {
        var (methods, others) = (MethodsOf(one), MethodsOf(other));
        return methods.Count == 0 || others.Count == 0 || methods.Intersect(others, StringComparer.OrdinalIgnoreCase).Any();
    }

    private static IReadOnlyList<string> MethodsOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static RoleMetadata? RolesOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<RoleMetadata>();

    private sealed class ByRole(ListenerPlan plan, FrozenDictionary<string, int> byRole, int others) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) =>
            byRole.GetValueOrDefault(plan.RoleOf(httpContext.Connection.LocalPort), others);
    }
}
