using Actors.Accounts.Identifiers;
using Actors.Persistence;



namespace Actors.Accounts.SignUp;

/// <summary>Claims on the rows of Plumbing/Storage.</summary>
internal sealed class Claims(IRowStore rows) : IClaims
{
    public async Task<Guid?> FindAsync(Identifier identifier, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(ClaimRow.Kind, identifier.Key, cancellationToken))?.State.AccountId;
}
