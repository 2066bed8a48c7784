using Actors.Accounts.Identifiers;
using Actors.Persistence;

namespace Actors.Accounts.SignUp;

/// <summary>Finds the holder of an identifier in the rows that claim grains write, so that a search leaves no activation behind.</summary>
internal sealed class Claims(IRowStore rows)
{
    /// <summary>The account that holds the identifier, or whose registration began with it; null when there is none.</summary>
    public Task<Guid?> FindAsync(Identifier identifier, CancellationToken cancellationToken) => FindAsync(identifier.Key, cancellationToken);

    /// <summary>The same by the claim's key.</summary>
    public async Task<Guid?> FindAsync(string key, CancellationToken cancellationToken) =>
        (await rows.ReadAsync(ClaimRow.Kind, key, cancellationToken))?.State.AccountId;
}
