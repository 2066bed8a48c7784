namespace Actors.Core.Accounts;

/// <summary>Looks up accounts for other modules. The module Accounts implements it.</summary>
public interface IAccountDirectory
{
    /// <summary>An account by its UUID; null when there is none.</summary>
    Task<AccountCard?> FindAsync(Guid accountId, CancellationToken cancellationToken = default);
}
