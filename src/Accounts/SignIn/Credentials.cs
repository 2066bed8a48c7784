using Actors.Accounts.Identifiers;

namespace Actors.Accounts.SignIn;

/// <summary>What somebody signs in with. Never logged.</summary>
/// <param name="Identifier">Who they say they are.</param>
/// <param name="Password">As typed.</param>
internal sealed record Credentials(Identifier Identifier, string Password)
{
    /// <inheritdoc/>
    public override string ToString() => "credentials";
}
