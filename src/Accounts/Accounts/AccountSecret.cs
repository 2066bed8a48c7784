using System.Collections.Immutable;

namespace Actors.Accounts.Accounts;

/// <summary>What an attempt to sign in is checked against. Never logged.</summary>
/// <param name="Hash">As the hasher wrote it; null: no password signs in.</param>
/// <param name="Version">How often the password was changed: whoever checked an older one is refused.</param>
/// <param name="Networks">The networks the account knows (<see cref="KnownNetworks"/>).</param>
[GenerateSerializer, Immutable, Alias("accounts.AccountSecret")]
internal sealed record AccountSecret(
    [property: Id(0)] string? Hash, [property: Id(1)] long Version, [property: Id(2)] ImmutableArray<string> Networks)
{
    /// <inheritdoc/>
    public override string ToString() => "secret";
}
