using System.Collections.Immutable;
using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Core.Accounts;

namespace Actors.Accounts.SignUp;

/// <summary>Who wants an account.</summary>
/// <param name="Identifier">What they want to be known by.</param>
/// <param name="Email">An address besides; only with a username.</param>
/// <param name="Roles">What they may do.</param>
internal sealed record Newcomer(Identifier Identifier, Identifier? Email, ImmutableArray<string> Roles)
{
    /// <summary>What they are called.</summary>
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
