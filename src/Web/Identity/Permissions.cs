using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>What an account may be allowed to do, by the names that roles list (P2).</summary>
public static class Permissions
{
    /// <summary>Reads and changes the settings of the running program.</summary>
    public const string SettingsManage = "settings.manage";

    /// <summary>Reads the audit log.</summary>
    public const string AuditRead = "audit.read";

    // The only place that maps permissions to roles; roles with lists of permissions replace it.
    private static readonly ImmutableDictionary<string, string[]> s_roles = ImmutableDictionary.CreateRange(StringComparer.Ordinal,
    [
        KeyValuePair.Create<string, string[]>(SettingsManage, [AccountRoles.Admin]),
        KeyValuePair.Create<string, string[]>(AuditRead, [AccountRoles.Admin]),
    ]);

    /// <summary>Only callers who are signed in (401) and have the permission (403) may use these routes.</summary>
    /// <exception cref="ArgumentException">No role has the permission, so nobody could use the routes.</exception>
    public static TBuilder RequirePermission<TBuilder>(this TBuilder routes, string permission)
        where TBuilder : IEndpointConventionBuilder => s_roles.TryGetValue(permission, out var roles)
            ? routes.RequireCaller(roles).WithMetadata(new RequiredPermission(permission))
            : throw new ArgumentException($"'{permission}' is not a known permission.", nameof(permission));
}

/// <summary>On an endpoint: the permission that its callers need, for the audit log.</summary>
/// <param name="Name">One of <see cref="Permissions"/>.</param>
public sealed record RequiredPermission(string Name);
