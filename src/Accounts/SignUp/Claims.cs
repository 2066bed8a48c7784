using Actors.Accounts.Identifiers;
using Actors.Persistence;

namespace Actors.Accounts.SignUp;

/// <summary>Finds the account of an identifier by reading claim rows, without activating grains.</summary>
internal sealed class Claims(IRowStore rows)
{
    /// <summary>The account of the identifier, or the one whose registration was interrupted; null if there is none.</summary>
    public Task<Guid?> FindAsync(Identifier identifier, CancellationToken cancellationToken) => FindAsync(identifier.Key, cancellationToken);

    /// <summary>Finds the account by the claim's key.</summary>
    public async Task<Guid?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(ClaimRow.Kind, key, cancellationToken))?.State.AccountId;
}
