namespace Actors.Accounts.Grains;

/// <summary>What a password is checked against. Never logged.</summary>
/// <param name="Hash">As the hasher wrote it.</param>
/// <param name="Version">How often the password was changed: whoever checked an older one is refused.</param>
[GenerateSerializer, Immutable, Alias("accounts.AccountSecret")]
internal sealed record AccountSecret([property: Id(0)] string Hash, [property: Id(1)] long Version)
{
    /// <inheritdoc/>
    public override string ToString() => "secret";
}
