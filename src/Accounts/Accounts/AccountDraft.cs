using System.Collections.Immutable;

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
    /// <inheritdoc/>
    public override string ToString() => "draft";
}
