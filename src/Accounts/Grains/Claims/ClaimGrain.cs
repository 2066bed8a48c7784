namespace Actors.Accounts.Grains.Claims;

/// <summary>Keeps one identifier: the only place that decides whose it is.</summary>
internal sealed class ClaimGrain([PersistentState("claim", ClaimRow.Storage)] IPersistentState<ClaimState> claim) : Grain, IClaimGrain
{
    public async Task<Registration> Register(AccountDraft draft, ClientInfo? signIn)
    {
        if (!claim.RecordExists) await Hold(Guid.NewGuid());
        return await GrainFactory.GetGrain<IAccountGrain>(claim.State.AccountId).Create(draft, signIn);
    }

    private async Task Hold(Guid account)
    {
        claim.State = new ClaimState { AccountId = account };
        try
        {
            await claim.WriteStateAsync();
        }
        catch
        {
            // Whether it was stored is not known: the next call reads what is there.
            DeactivateOnIdle();
            throw;
        }
    }
}
