using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Accounts.Accounts;

/// <summary>What a new account is made of. Never logged.</summary>
/// <param name="Email">Its address as it was given, when it signs up with one.</param>
/// <param name="Username">Its name as it was given, when it signs up with one.</param>
/// <param name="PasswordHash">What its password is checked against.</param>
/// <param name="Roles">By the names in <see cref="Core.Accounts.AccountRoles"/>.</param>
[GenerateSerializer, Immutable, Alias("accounts.AccountDraft")]
internal sealed record AccountDraft(
    [property: Id(0)] string? Email,
    [property: Id(1)] string? Username,
    [property: Id(2)] string PasswordHash,
    [property: Id(3)] ImmutableArray<string> Roles)
{
    /// <summary>What its owner is called.</summary>
    [Id(4)] public string? FullName { get; init; }

    /// <summary>Who its owner is at another service, when it signs up with that; then it has no password.</summary>
    [Id(5)] public OutsideIdentity? Outside { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "draft";
}
