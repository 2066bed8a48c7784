using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>The result of a change of a role.</summary>
public enum RoleChangeStatus
{
    /// <summary>The change is durable. Every request that begins from now on sees it, on every silo.</summary>
    Done,

    /// <summary>The role does not exist.</summary>
    NotFound,

    /// <summary>Another role has this name.</summary>
    NameTaken,

    /// <summary>The name is empty or too long, or a permission is not one of <see cref="Permissions.All"/>.</summary>
    Invalid,

    /// <summary>The role of super admins cannot be changed. Built-in roles cannot be renamed or deleted.</summary>
    BuiltIn,

    /// <summary>The limit of <see cref="IRoles.Most"/> roles is reached.</summary>
    TooMany,
}

/// <summary>The result of a change of a role.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="Role">The role after the change, or before its deletion.</param>
[GenerateSerializer, Immutable, Alias("core.RoleChange")]
public sealed record RoleChange([property: Id(0)] RoleChangeStatus Status, [property: Id(1)] AccountRole? Role = null);

/// <summary>The roles of this installation. Accounts implements it.</summary>
public interface IRoles
{
    /// <summary>Maximum length of a name, in characters.</summary>
    const int MaxName = 64;

    /// <summary>Maximum number of roles.</summary>
    const int Most = 200;

    /// <summary>All roles by id.</summary>
    Task<ImmutableArray<AccountRole>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates a role.</summary>
    Task<RoleChange> CreateAsync(string name, ImmutableArray<string> permissions, CancellationToken cancellationToken = default);

    /// <summary>Changes a role; null leaves the name or the permissions as they are.</summary>
    Task<RoleChange> ChangeAsync(int id, string? name, ImmutableArray<string>? permissions, CancellationToken cancellationToken = default);

    /// <summary>Deletes a role. Accounts that have it lose its permissions.</summary>
    Task<RoleChange> DeleteAsync(int id, CancellationToken cancellationToken = default);
}
