using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>What other rooms may know of an account.</summary>
/// <param name="Id">Its UUID.</param>
/// <param name="Number">Its integer id (C58).</param>
/// <param name="Email">Where to write to; null for an account without an address.</param>
/// <param name="Username">Its name, when it signed up with one.</param>
/// <param name="Roles">By the names in <see cref="AccountRoles"/>.</param>
[GenerateSerializer, Immutable, Alias("plumbing.AccountCard")]
public sealed record AccountCard(
    [property: Id(0)] Guid Id,
    [property: Id(1)] long Number,
    [property: Id(2)] string? Email,
    [property: Id(3)] string? Username,
    [property: Id(4)] ImmutableArray<string> Roles);
