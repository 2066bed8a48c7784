namespace Actors.Accounts.Accounts;

/// <summary>A stored account.</summary>
/// <param name="Version">The row's version.</param>
/// <param name="State">The account.</param>
internal sealed record StoredAccount(long Version, AccountState State);
