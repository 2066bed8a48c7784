using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>Who makes a request: an account whose session was found alive for this very request.</summary>
/// <param name="AccountId">The account (<c>sub</c>, <c>user_id</c>).</param>
/// <param name="Number">The account's integer id (C58).</param>
/// <param name="SessionId">The session the access token belongs to (<c>sid</c>).</param>
/// <param name="Roles">What the account may do, by the names in <see cref="AccountRoles"/>, as of now and not as of sign-in.</param>
[GenerateSerializer, Immutable, Alias("plumbing.Caller")]
public sealed record Caller(
    [property: Id(0)] Guid AccountId,
    [property: Id(1)] long Number,
    [property: Id(2)] Guid SessionId,
    [property: Id(3)] ImmutableArray<string> Roles)
{
    /// <summary>What its roles allow as of now; nothing unless it is said.</summary>
    [Id(4)]
    public ImmutableHashSet<string> Permissions { get; init; } = [];

    /// <summary>True when one of the account's roles has the permission.</summary>
    public bool Has(string permission) => Permissions.Contains(permission);

    /// <summary>True when the account has the role.</summary>
    public bool Is(string role) => Roles.Contains(role, StringComparer.Ordinal);
}
