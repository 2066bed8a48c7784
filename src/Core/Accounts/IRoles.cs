using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>What became of a change of roles.</summary>
public enum RoleChangeStatus
{
    /// <summary>It is durable, and every request that begins from now on is judged by it, on every silo.</summary>
    Done,

    /// <summary>There is no such role.</summary>
    NotFound,

    /// <summary>Another role has the name.</summary>
    NameTaken,

    /// <summary>The name is empty or too long, or a permission is not one of <see cref="Permissions.All"/>.</summary>
    Invalid,

    /// <summary>The super admin's role does not change; built-in roles keep their names and cannot be deleted.</summary>
    BuiltIn,

    /// <summary>There are as many roles as there can be.</summary>
    TooMany,
}

/// <summary>What became of a change of roles.</summary>
/// <param name="Status">Done, or why not.</param>
/// <param name="Role">The role as it is now, or as it was when it was deleted.</param>
[GenerateSerializer, Immutable, Alias("core.RoleChange")]
public sealed record RoleChange([property: Id(0)] RoleChangeStatus Status, [property: Id(1)] AccountRole? Role = null);

/// <summary>The roles of this installation. Accounts implements it.</summary>
public interface IRoles
{
    /// <summary>Longest name, in characters.</summary>
    const int MaxName = 64;

    /// <summary>Roles there can be.</summary>
    const int Most = 200;

    /// <summary>All roles by id.</summary>
    Task<ImmutableArray<AccountRole>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Makes a role.</summary>
    Task<RoleChange> CreateAsync(string name, ImmutableArray<string> permissions, CancellationToken cancellationToken = default);

    /// <summary>Changes a role; null leaves the name or the permissions as they are.</summary>
    Task<RoleChange> ChangeAsync(int id, string? name, ImmutableArray<string>? permissions, CancellationToken cancellationToken = default);

    /// <summary>Deletes a role. Accounts that hold it may do nothing by it any more.</summary>
    Task<RoleChange> DeleteAsync(int id, CancellationToken cancellationToken = default);
}
