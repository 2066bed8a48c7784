using System.Collections.Immutable;

namespace Actors.Accounts.Accounts;

/// <summary>The members of a stored <see cref="AccountState"/> that a sign-in needs, with the same JSON names. Never logged.</summary>
internal sealed record StoredSecret
{
    public string PasswordHash { get; init; } = "";

    public long PasswordVersion { get; init; }

    public ImmutableArray<string> Networks { get; init; } = [];

    public bool Disabled { get; init; }

    public AccountSecret Secret() => new(Disabled || PasswordHash.Length == 0 ? null : PasswordHash, PasswordVersion, Networks.IsDefault ? [] : Networks);

    /// <inheritdoc/>
    public override string ToString() => "secret";
}
