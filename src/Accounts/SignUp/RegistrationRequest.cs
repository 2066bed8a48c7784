using System.Collections.Immutable;
using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Core.Accounts;

namespace Actors.Accounts.SignUp;

/// <summary>The data of a registration.</summary>
/// <param name="Identifier">The identifier to register.</param>
/// <param name="Email">An additional e-mail address; only with a username.</param>
/// <param name="Roles">Keys of the roles.</param>
internal sealed record RegistrationRequest(Identifier Identifier, Identifier? Email, ImmutableArray<string> Roles)
{
    /// <summary>The owner's full name.</summary>
    public string? FullName { get; init; }

    public AccountDraft Draft(string passwordHash) => new(
        Identifier.Kind == IdentifierKind.Email ? Identifier.Shown : Email?.Shown,
        Identifier.Kind == IdentifierKind.Username ? Identifier.Shown : null,
        passwordHash,
        Roles)
    {
        FullName = FullName,
        Outside = Identifier.Kind == IdentifierKind.Telegram ? new OutsideIdentity(OutsideIdentity.Telegram, Identifier.Normalised) : null,
    };
}
