using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Accounts.Accounts;

/// <summary>The data of a new account. Never logged.</summary>
/// <param name="Email">The e-mail address as entered, if any.</param>
/// <param name="Username">The username as entered, if any.</param>
/// <param name="PasswordHash">The hash of the password.</param>
/// <param name="Roles">Keys of the roles.</param>
[GenerateSerializer, Immutable, Alias("accounts.AccountDraft")]
internal sealed record AccountDraft(
    [property: Id(0)] string? Email,
    [property: Id(1)] string? Username,
    [property: Id(2)] string PasswordHash,
    [property: Id(3)] ImmutableArray<string> Roles)
{
    /// <summary>The owner's full name.</summary>
    [Id(4)] public string? FullName { get; init; }

    /// <summary>The owner's identity at another service, if the account is created with it; the account then has no password.</summary>
    [Id(5)] public OutsideIdentity? Outside { get; init; }

    /// <inheritdoc/>
    public override string ToString() => "draft";
}
