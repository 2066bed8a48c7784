using Actors.Accounts.Identifiers;
using Actors.Persistence;



namespace Actors.Accounts.SignUp;

/// <summary>Claims on the rows of Plumbing/Storage.</summary>
internal sealed class Claims(IRowStore rows) : IClaims
{
    public async Task<Guid?> FindAsync(Identifier identifier, CancellationToken ct) =>
        (await rows.ReadAsync(ClaimRow.Kind, identifier.Key, ct))?.State.AccountId;
}
