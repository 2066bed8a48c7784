using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>A role: a name for a set of permissions.</summary>
/// <param name="Id">Its number (P2); never reused.</param>
/// <param name="Key">The value that accounts store. It never changes and is never reused, so renaming or adding a role gives no account new
/// permissions.</param>
/// <param name="Name">The display name.</param>
/// <param name="Permissions">Its permissions: constants of <see cref="Accounts.Permissions"/>.</param>
[GenerateSerializer, Immutable, Alias("core.AccountRole")]
public sealed record AccountRole(
    [property: Id(0)] int Id, [property: Id(1)] string Key, [property: Id(2)] string Name, [property: Id(3)] ImmutableArray<string> Permissions);

/// <summary>The roles of a new installation, before operators change them.</summary>
public static class BuiltInRoles
{
    /// <summary>Ids below this belong to built-in roles.</summary>
    public const int FirstOther = 100;

    /// <summary>May do everything. It cannot be changed, so no change of roles locks all administrators out.</summary>
    public static readonly AccountRole SuperAdmin = Of(1, AccountRoles.SuperAdmin, [.. Permissions.All]);

    /// <summary>May do everything but change roles.</summary>
    public static readonly AccountRole Admin = Of(2, AccountRoles.Admin, [.. Permissions.All.Where(p => p != Permissions.RolesManage)]);

    /// <summary>The permissions of every account.</summary>
    public static readonly AccountRole User = Of(3, AccountRoles.User);

    /// <summary>Plans events.</summary>
    public static readonly AccountRole Planner = Of(4, AccountRoles.Planner, Permissions.EventsCreate);

    /// <summary>Answers support questions.</summary>
    public static readonly AccountRole Support = Of(5, AccountRoles.Support, Permissions.SupportAnswer, Permissions.UsersRead);

    /// <summary>All built-in roles, ordered by id.</summary>
    public static readonly ImmutableArray<AccountRole> All = [SuperAdmin, Admin, User, Planner, Support];

    /// <summary>The union of the roles' initial permissions.</summary>
    public static ImmutableHashSet<string> PermissionsOf(IEnumerable<string> keys) =>
        [.. All.Where(role => keys.Contains(role.Key, StringComparer.Ordinal)).SelectMany(role => role.Permissions)];

    private static AccountRole Of(int id, string key, params ImmutableArray<string> permissions) => new(id, key, key, permissions);
}
