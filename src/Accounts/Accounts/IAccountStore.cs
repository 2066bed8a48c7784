namespace Actors.Accounts.Accounts;

/// <summary>Keeps accounts. A write is one commit of everything it consists of, and returns when it is durable.</summary>
/// <remarks>Every method throws StoreUnavailableException when the database is away.</remarks>
internal interface IAccountStore
{
    /// <summary>The stored account and its version; null when there is none.</summary>
    Task<StoredAccount?> LoadAsync(Guid account, CancellationToken cancellationToken = default);

    /// <summary>What an attempt to sign in is checked against, and nothing else of the account: what it reads grows with no account's sessions.</summary>
    Task<AccountSecret?> SecretAsync(Guid account, CancellationToken cancellationToken = default);

    /// <summary>Stores the next state with what happened and the letters about it.</summary>
    /// <returns>The new version.</returns>
    /// <exception cref="Orleans.Storage.InconsistentStateException">Somebody else wrote the account.</exception>
    Task<long> CommitAsync(long? version, AccountChange change, CancellationToken cancellationToken = default);
}
