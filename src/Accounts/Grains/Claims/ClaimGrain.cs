namespace Actors.Accounts.Grains.Claims;

/// <summary>Keeps one identifier: the only place that decides whose it is.</summary>
internal sealed class ClaimGrain([PersistentState("claim", ClaimRow.Storage)] IPersistentState<ClaimState> claim) : Grain, IClaimGrain
{
    private static readonly Registration Taken = new(RegistrationResult.Taken);

    public async Task<Registration> Register(AccountDraft draft, string? also, ClientInfo? signIn)
    {
        if (!claim.RecordExists) await Hold(Guid.NewGuid());
        if (also is null) return await Account().Create(draft, signIn);
        return await IsTaken() ? Taken : await GrainFactory.GetGrain<IClaimGrain>(also).RegisterAs(claim.State.AccountId, draft, signIn);
    }

    public async Task<Registration> RegisterAs(Guid account, AccountDraft draft, ClientInfo? signIn)
    {
        if (claim.RecordExists && await IsTaken()) return Taken;
        if (!claim.RecordExists || claim.State.AccountId != account) await Hold(account);
        return await Account().Create(draft, signIn);
    }

    private IAccountGrain Account() => GrainFactory.GetGrain<IAccountGrain>(claim.State.AccountId);

    private async Task<bool> IsTaken() => await Account().Secret() is not null;

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
