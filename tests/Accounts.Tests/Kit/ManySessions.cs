using Actors.Accounts.Accounts;

namespace Actors.Accounts.Tests.Kit;

/// <summary>Gives an account that is not in memory as many sessions as one may have.</summary>
internal static class ManySessions
{
    public static async Task AddAsync(IAccountStore store, Guid account)
    {
        var (version, state) = (await store.LoadAsync(account))!;
        var first = state.Sessions[0];
        var more = Enumerable.Range(1, AccountGrain.MaxSessions - 1).Select(_ => first with { Id = Guid.NewGuid(), ParentHash = first.CurrentHash });
        await store.CommitAsync(version, new AccountChange(state with { Sessions = [first, .. more] }, null, null));
    }
}
