namespace Actors.Accounts.Accounts;

/// <summary>An account as it is stored.</summary>
/// <param name="Version">How often it was written.</param>
/// <param name="State">The account.</param>
internal sealed record StoredAccount(long Version, AccountState State);
