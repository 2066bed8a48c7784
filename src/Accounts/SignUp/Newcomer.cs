using System.Collections.Immutable;
using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;

namespace Actors.Accounts.SignUp;

/// <summary>Who wants an account.</summary>
/// <param name="Identifier">What they want to be known by.</param>
/// <param name="Email">An address besides; only with a username.</param>
/// <param name="Roles">What they may do.</param>
internal sealed record Newcomer(Identifier Identifier, Identifier? Email, ImmutableArray<string> Roles)
{
    public AccountDraft Draft(string passwordHash) => new(
        Identifier.Kind == IdentifierKind.Email ? Identifier.Shown : Email?.Shown,
        Identifier.Kind == IdentifierKind.Username ? Identifier.Shown : null,
        passwordHash,
        Roles);
}
