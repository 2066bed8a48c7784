using Actors.Accounts.Accounts;
using Actors.Accounts.Sessions;
using Actors.Grains.Storage;

namespace Actors.Accounts.SignUp;

/// <summary>Decides which account owns one identifier.</summary>
internal sealed class ClaimGrain([PersistentState("claim", ClaimRow.Storage)] IPersistentState<ClaimState> claim) : Grain, IClaimGrain
{
    private static readonly Registration s_taken = new(RegistrationResult.Taken);

    public async Task<Registration> Register(AccountDraft draft, string? also, ClientInfo? signIn)
    {
        var held = await IsHeld();
        if (held is true) return s_taken;
        if (!claim.RecordExists || held is false) await Hold(Guid.NewGuid());
        return also is null
            ? await Account().Create(draft, signIn)
            : await GrainFactory.GetGrain<IClaimGrain>(also).RegisterAs(claim.State.AccountId, draft, signIn);
    }

    public async Task<Registration> RegisterAs(Guid account, AccountDraft draft, ClientInfo? signIn)
    {
        if (await IsHeld() is true) return s_taken;
        if (!claim.RecordExists || claim.State.AccountId != account) await Hold(account);
        return await Account().Create(draft, signIn);
    }

    public async Task Free(Guid account)
    {
        if (claim.RecordExists && claim.State.AccountId == account && await IsHeld() is false) await claim.ClearStateAsync();
        DeactivateOnIdle();
    }

    private IAccountGrain Account() => GrainFactory.GetGrain<IAccountGrain>(claim.State.AccountId);

    /// <summary>
    /// True if the claimed account has the identifier. Null if there is no claim or no account yet. False if the account exists without the
    /// identifier: a registration with two identifiers was interrupted, and another one created the account with the second identifier only.
    /// </summary>
    private async Task<bool?> IsHeld() => claim.RecordExists ? await Account().Holds(this.GetPrimaryKeyString()) : null;

    private Task Hold(Guid account) => claim.SaveAsync(new ClaimState { AccountId = account }, this);
}
