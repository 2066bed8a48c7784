using Actors.Accounts.Accounts;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Accounts.SignUp;

/// <summary>Removes the claims of an erased account. Until then they count for nothing, since the account is no longer known by them.</summary>
internal sealed class FreedClaimsHandler(IGrainFactory grains) : IOutboxHandler
{
    public string Topic => FreedClaims.Topic;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var freed = FreedClaims.Read(message);
        foreach (var key in freed.Keys) await grains.GetGrain<IClaimGrain>(key).Free(freed.Account).WaitAsync(cancellationToken);
    }
}
