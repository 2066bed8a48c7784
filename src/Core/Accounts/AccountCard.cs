using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>What other modules may know of an account.</summary>
/// <param name="Id">Its UUID.</param>
/// <param name="Number">Its integer id (C58).</param>
/// <param name="Email">Where to write to; null for an account without an address.</param>
/// <param name="Username">Its name, when it signed up with one.</param>
/// <param name="Roles">Keys of roles, the mightiest first.</param>
[GenerateSerializer, Immutable, Alias("plumbing.AccountCard")]
public sealed record AccountCard(
    [property: Id(0)] Guid Id,
    [property: Id(1)] long Number,
    [property: Id(2)] string? Email,
    [property: Id(3)] string? Username,
    [property: Id(4)] ImmutableArray<string> Roles)
{
    /// <summary>What its owner is called.</summary>
    [Id(5)] public string? FullName { get; init; }

    /// <summary>Who its owner is at another service.</summary>
    [Id(6)] public OutsideIdentity? Outside { get; init; }

    /// <summary>It cannot sign in.</summary>
    [Id(7)] public bool Disabled { get; init; }

    /// <summary>Nothing is left of its owner.</summary>
    [Id(8)] public bool Erased { get; init; }

    /// <summary>When it was made.</summary>
    [Id(9)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its owner's data, its roles or its standing last changed.</summary>
    [Id(10)] public DateTimeOffset UpdatedAt { get; init; }
}
