using Actors.Accounts.Accounts;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Accounts.SignUp;

/// <summary>
/// Outbox handler that removes the claims of an erased account. They have no effect before, because the account no longer has the identifiers.
/// </summary>
internal sealed class FreedClaimsHandler(IGrainFactory grains) : IOutboxHandler
{
    public string Topic => FreedClaims.Topic;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var freed = FreedClaims.Read(message);
        foreach (var key in freed.Keys) await grains.GetGrain<IClaimGrain>(key).Free(freed.Account).WaitAsync(cancellationToken);
    }
}
