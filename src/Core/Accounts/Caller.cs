using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>The signed-in account that makes a request. Its session was checked for this request.</summary>
/// <param name="AccountId">The account (<c>sub</c>, <c>user_id</c>).</param>
/// <param name="Number">The account's integer id (C58).</param>
/// <param name="SessionId">The session the access token belongs to (<c>sid</c>).</param>
/// <param name="Roles">The account's current role keys, not those at sign-in.</param>
[GenerateSerializer, Immutable, Alias("plumbing.Caller")]
public sealed record Caller(
    [property: Id(0)] Guid AccountId,
    [property: Id(1)] long Number,
    [property: Id(2)] Guid SessionId,
    [property: Id(3)] ImmutableArray<string> Roles)
{
    /// <summary>The current permissions of the roles.</summary>
    [Id(4)]
    public ImmutableHashSet<string> Permissions { get; init; } = [];

    /// <summary>True when one of the account's roles has the permission.</summary>
    public bool Has(string permission) => Permissions.Contains(permission);

    /// <summary>True when the account has the role.</summary>
    public bool Is(string role) => Roles.Contains(role, StringComparer.Ordinal);
}
