using System.Collections.Immutable;

namespace Actors.Core.Accounts;

/// <summary>The part of an account that other modules may see.</summary>
/// <param name="Id">Its UUID.</param>
/// <param name="Number">Its integer id (C58).</param>
/// <param name="Email">Its e-mail address; null when it has none.</param>
/// <param name="Username">Its username; null when it signed up with an e-mail address.</param>
/// <param name="Roles">Keys of its roles, the most powerful first.</param>
[GenerateSerializer, Immutable, Alias("plumbing.AccountCard")]
public sealed record AccountCard(
    [property: Id(0)] Guid Id,
    [property: Id(1)] long Number,
    [property: Id(2)] string? Email,
    [property: Id(3)] string? Username,
    [property: Id(4)] ImmutableArray<string> Roles)
{
    /// <summary>The owner's full name.</summary>
    [Id(5)] public string? FullName { get; init; }

    /// <summary>The owner's identity at another service.</summary>
    [Id(6)] public OutsideIdentity? Outside { get; init; }

    /// <summary>True if it cannot sign in.</summary>
    [Id(7)] public bool Disabled { get; init; }

    /// <summary>True if the owner's personal data was erased.</summary>
    [Id(8)] public bool Erased { get; init; }

    /// <summary>Creation time.</summary>
    [Id(9)] public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Time of the last change of the owner's data, the roles or <see cref="Disabled"/>.</summary>
    [Id(10)] public DateTimeOffset UpdatedAt { get; init; }
}
