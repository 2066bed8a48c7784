namespace Actors.Core.Accounts;

/// <summary>What other modules may know of accounts. Accounts implements it.</summary>
public interface IAccountDirectory
{
    /// <summary>An account by its UUID; null when there is none.</summary>
    Task<AccountCard?> FindAsync(Guid accountId, CancellationToken cancellationToken = default);
}
