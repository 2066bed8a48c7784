using Actors.Accounts.Accounts;

namespace Actors.Accounts.Tests.Kit;

/// <summary>Writes the maximum number of sessions to an account that has no activation.</summary>
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
