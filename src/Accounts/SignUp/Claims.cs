using Actors.Persistence;

namespace Actors.Accounts.SignUp;

/// <summary>Claims on the rows of src/Persistence.</summary>
internal sealed class Claims(IRowStore rows) : IClaims
{
    public async Task<Guid?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(ClaimRow.Kind, key, cancellationToken))?.State.AccountId;
}
