using System.Collections.Immutable;
using Actors.Core.Accounts;
using Actors.Persistence;

namespace Actors.Accounts.Roles;

/// <summary>All roles of the installation: one small document that every silo caches.</summary>
[GenerateSerializer, Immutable, Alias("accounts.RoleBook")]
internal sealed record RoleBook
{
    /// <summary>The roles, ordered by id.</summary>
    [Id(0)] public ImmutableArray<AccountRole> Roles { get; init; } = BuiltInRoles.All;

    /// <summary>The id of the next new role; ids of deleted roles are not reused.</summary>
    [Id(1)] public int Next { get; init; } = BuiltInRoles.FirstOther;

    public AccountRole? Find(int id) => Roles.FirstOrDefault(role => role.Id == id);

    public bool Has(string key) => Roles.Any(role => role.Key == key);

    /// <summary>The stored roles for an assignment: built-in ones first and <c>user</c> last, which every account has.</summary>
    public ImmutableArray<string> Normalised(ImmutableArray<string> given)
    {
        var held = given.Contains(AccountRoles.SuperAdmin) ? given.Add(AccountRoles.Admin) : given;
        return [.. AccountRoles.All.Concat(Roles.Select(role => role.Key)).Distinct().Where(key => key != AccountRoles.User && held.Contains(key)), AccountRoles.User];
    }

    public (RoleBook Book, RoleChange Change) With(string name, ImmutableArray<string> permissions)
    {
        var role = new AccountRole(Next, $"role-{Next}", name.Trim(), permissions);
        if (Fault(role) is { } fault) return (this, new RoleChange(fault));
        if (Roles.Length >= IRoles.Most) return (this, new RoleChange(RoleChangeStatus.TooMany));
        return (this with { Roles = Roles.Add(role), Next = Next + 1 }, new RoleChange(RoleChangeStatus.Done, role));
    }

    public (RoleBook Book, RoleChange Change) With(int id, string? name, ImmutableArray<string>? permissions)
    {
        if (Find(id) is not { } role) return (this, new RoleChange(RoleChangeStatus.NotFound));
        var next = role with { Name = name?.Trim() ?? role.Name, Permissions = permissions ?? role.Permissions };
        if (id == BuiltInRoles.SuperAdmin.Id || (IsBuiltIn(id) && next.Name != role.Name)) return (this, new RoleChange(RoleChangeStatus.BuiltIn, role));
        if (Fault(next) is { } fault) return (this, new RoleChange(fault, role));
        return (this with { Roles = Roles.Replace(role, next) }, new RoleChange(RoleChangeStatus.Done, next));
    }

    public (RoleBook Book, RoleChange Change) Without(int id)
    {
        if (Find(id) is not { } role) return (this, new RoleChange(RoleChangeStatus.NotFound));
        return IsBuiltIn(id) ? (this, new RoleChange(RoleChangeStatus.BuiltIn, role)) : (this with { Roles = Roles.Remove(role) }, new RoleChange(RoleChangeStatus.Done, role));
    }

    private static bool IsBuiltIn(int id) => id < BuiltInRoles.FirstOther;

    private RoleChangeStatus? Fault(AccountRole role)
    {
        if (role.Name.Length is 0 or > IRoles.MaxName || role.Name.Any(char.IsControl)) return RoleChangeStatus.Invalid;
        if (role.Permissions.IsDefault || role.Permissions.Any(p => !Permissions.All.Contains(p))) return RoleChangeStatus.Invalid;
        return Roles.Any(r => r.Id != role.Id && r.Name.Equals(role.Name, StringComparison.OrdinalIgnoreCase)) ? RoleChangeStatus.NameTaken : null;
    }
}

/// <summary>Maps the roles to the row of table <c>roles</c>.</summary>
internal static class RoleBookRow
{
    /// <summary>The name of the grain storage.</summary>
    public const string Storage = "roles";

    /// <summary>The key of the grain and the row.</summary>
    public const string Key = "roles";

    public static readonly RowKind<RoleBook> Kind = new("roles", StoredJson.TypeInfo<RoleBook>());
}
