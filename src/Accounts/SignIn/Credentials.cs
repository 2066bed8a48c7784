using Actors.Accounts.Identifiers;

namespace Actors.Accounts.SignIn;

/// <summary>An identifier and a password. Never logged.</summary>
/// <param name="Identifier">The claimed identifier.</param>
/// <param name="Password">The password as typed.</param>
internal sealed record Credentials(Identifier Identifier, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => "credentials";
}
