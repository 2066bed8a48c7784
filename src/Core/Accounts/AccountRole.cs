using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>A role: a name for a set of permissions.</summary>
/// <param name="Id">Its number (P2); never used again.</param>
/// <param name="Key">What accounts hold. It never changes and is never used again, so a renamed or new role gives no account anything.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Permissions">What it allows, by the names in <see cref="Accounts.Permissions"/>.</param>
[GenerateSerializer, Immutable, Alias("core.AccountRole")]
public sealed record AccountRole(
    [property: Id(0)] int Id, [property: Id(1)] string Key, [property: Id(2)] string Name, [property: Id(3)] ImmutableArray<string> Permissions);

/// <summary>The roles that every installation has, as they are until they are changed.</summary>
public static class BuiltInRoles
{
    /// <summary>Ids below this belong to built-in roles.</summary>
    public const int FirstOther = 100;

    /// <summary>May do everything. It cannot be changed, so no change of roles locks all administrators out.</summary>
    public static readonly AccountRole SuperAdmin = Of(1, AccountRoles.SuperAdmin, [.. Permissions.All]);

    /// <summary>May do everything but change roles.</summary>
    public static readonly AccountRole Admin = Of(2, AccountRoles.Admin, [.. Permissions.All.Where(p => p != Permissions.RolesManage)]);

    /// <summary>What every account may do.</summary>
    public static readonly AccountRole User = Of(3, AccountRoles.User);

    /// <summary>Plans events.</summary>
    public static readonly AccountRole Planner = Of(4, AccountRoles.Planner, Permissions.EventsCreate);

    /// <summary>Answers people's questions.</summary>
    public static readonly AccountRole Support = Of(5, AccountRoles.Support, Permissions.SupportAnswer, Permissions.UsersRead);

    /// <summary>All of them by id.</summary>
    public static readonly ImmutableArray<AccountRole> All = [SuperAdmin, Admin, User, Planner, Support];

    /// <summary>What these roles allow together before they are changed.</summary>
    public static ImmutableHashSet<string> PermissionsOf(IEnumerable<string> keys) =>
        [.. All.Where(role => keys.Contains(role.Key, StringComparer.Ordinal)).SelectMany(role => role.Permissions)];

    private static AccountRole Of(int id, string key, params ImmutableArray<string> permissions) => new(id, key, key, permissions);
}
