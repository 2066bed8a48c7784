using Actors.Core.Accounts;




namespace Actors.Accounts.Accounts;

/// <summary>What other rooms may know of accounts, from their grains.</summary>
internal sealed class AccountDirectory(IGrainFactory grains) : IAccountDirectory
{
    public Task<AccountCard?> FindAsync(Guid accountId, CancellationToken cancellationToken = default) =>
        grains.GetGrain<IAccountGrain>(accountId).Card().WaitAsync(cancellationToken);
}
