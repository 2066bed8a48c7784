namespace Actors.Accounts.Accounts;

/// <summary>Stores accounts. A write is one commit and returns when it is durable.</summary>
/// <remarks>Every method throws StoreUnavailableException when the database is unavailable.</remarks>
internal interface IAccountStore
{
    /// <summary>The stored account and its version; null when there is none.</summary>
    Task<StoredAccount?> LoadAsync(Guid account, CancellationToken cancellationToken = default);

    /// <summary>
    /// The data that a sign-in is checked against. It reads only this part of the account, so that its cost does not depend on the number of
    /// sessions.
    /// </summary>
    Task<AccountSecret?> SecretAsync(Guid account, CancellationToken cancellationToken = default);

    /// <summary>Stores the next state with its security event and letter.</summary>
    /// <returns>The new version.</returns>
    /// <exception cref="Orleans.Storage.InconsistentStateException">Another activation wrote the account.</exception>
    Task<long> CommitAsync(long? version, AccountChange change, CancellationToken cancellationToken = default);
}
