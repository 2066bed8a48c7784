using System.Collections.Immutable;

namespace Actors.Accounts.Accounts;

/// <summary>The data that a sign-in is checked against. Never logged.</summary>
/// <param name="Hash">The password hash; null if no password can sign in.</param>
/// <param name="Version">The number of password changes. A sign-in that was checked against an older version is refused.</param>
/// <param name="Networks">The known networks (<see cref="KnownNetworks"/>).</param>
[GenerateSerializer, Immutable, Alias("accounts.AccountSecret")]
internal sealed record AccountSecret(
    [property: Id(0)] string? Hash, [property: Id(1)] long Version, [property: Id(2)] ImmutableArray<string> Networks)
{
    /// <inheritdoc/>
    public override string ToString() => "secret";
}
