using Actors.Accounts.Grains.Claims;
using Actors.Accounts.Ports;
using Actors.Accounts.Rules;
using Actors.Plumbing.Storage;

namespace Actors.Accounts.Adapters;

/// <summary>Claims on the rows of Plumbing/Storage.</summary>
internal sealed class Claims(IRowStore rows) : IClaims
{
    public async Task<Guid?> FindAsync(Identifier identifier, CancellationToken ct) =>
        (await rows.ReadAsync(ClaimRow.Kind, identifier.Key, ct))?.State.AccountId;
}
