using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Roles;

/// <summary>The last super admin cannot be removed (P2).</summary>
public sealed class SuperAdminTests
{
    public enum Change { Demote, Disable, Erase }

    public static TheoryData<Change> Changes => [.. Enum.GetValues<Change>()];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_last_super_admin_cannot_be_demoted_disabled_or_erased(Change change)
    {
        await using var room = await TestAccounts.StartAsync();
        var (ann, ben) = await TwoAsync(room);
        var accounts = Of(room);

        (await ApplyAsync(accounts, change, ann)).ShouldBe(AccountChangeStatus.Done);
        (await ApplyAsync(accounts, change, ben)).ShouldBe(AccountChangeStatus.LastSuperAdmin);

        (await SuperAdminsAsync(accounts)).ShouldBe([ben]);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Two_parallel_demotions_leave_one_super_admin(Change change)
    {
        await using var room = await TestAccounts.StartAsync();
        var (ann, ben) = await TwoAsync(room);
        var accounts = Of(room);

        var answers = await Task.WhenAll(ApplyAsync(accounts, change, ann), ApplyAsync(accounts, change, ben));

        answers.ShouldBe([AccountChangeStatus.Done, AccountChangeStatus.LastSuperAdmin], ignoreOrder: true);
        (await SuperAdminsAsync(accounts)).ShouldHaveSingleItem();
    }

    // Control: without the grain, each demotion checks for another super admin and then proceeds.
    [Fact]
    public async Task Control_without_the_grain_both_are_demoted()
    {
        await using var room = await TestAccounts.StartAsync();
        var (ann, ben) = await TwoAsync(room);
        var accounts = Of(room);
        var looked = new Barrier();

        await Task.WhenAll(GoAsync(ann), GoAsync(ben));

        (await SuperAdminsAsync(accounts)).ShouldBeEmpty();

        async Task GoAsync(Guid account)
        {
            (await SuperAdminsAsync(accounts)).Count.ShouldBeGreaterThan(1);
            await looked.PassAsync();
            (await room.Account(account).SetRoles([AccountRoles.User])).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task The_list_survives_a_restart_and_excludes_disabled_accounts()
    {
        using var folder = new TempFolder("super-admins");
        Guid ann, ben;
        await using (var room = await TestAccounts.StartAsync(folder: folder))
        {
            (ann, ben) = await TwoAsync(room);
            (await Of(room).SetDisabledAsync(ann, true)).ShouldBe(AccountChangeStatus.Done);
        }

        await using var again = await TestAccounts.StartAsync(folder: folder);
        var accounts = Of(again);
        (await accounts.EraseAsync(ben)).ShouldBe(AccountChangeStatus.LastSuperAdmin);
        (await accounts.SetDisabledAsync(ann, false)).ShouldBe(AccountChangeStatus.Done);
        (await accounts.EraseAsync(ben)).ShouldBe(AccountChangeStatus.Done);
        (await accounts.SetRolesAsync(ann, [AccountRoles.Planner])).ShouldBe(AccountChangeStatus.LastSuperAdmin);
    }

    // As after a crash between the account's write and the grain's: a super admin missing from the list must not be removed.
    [Fact]
    public async Task A_super_admin_missing_from_the_list_stays_and_is_added()
    {
        await using var room = await TestAccounts.StartAsync();
        var ann = (await room.RegisterAsync()).AccountId;
        await room.Account(ann).SetRoles([AccountRoles.SuperAdmin]);
        var accounts = Of(room);

        (await accounts.EraseAsync(ann)).ShouldBe(AccountChangeStatus.LastSuperAdmin);
        (await accounts.SetRolesAsync(ann, [AccountRoles.SuperAdmin])).ShouldBe(AccountChangeStatus.Done);
        var ben = (await room.RegisterAsync("ben")).AccountId;
        await accounts.SetRolesAsync(ben, [AccountRoles.SuperAdmin]);
        (await accounts.EraseAsync(ben)).ShouldBe(AccountChangeStatus.Done);
    }

    // A retry repairs the state after a failure between the two writes.
    [Fact]
    public async Task An_interrupted_demotion_can_be_retried()
    {
        await using var room = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var (ann, ben) = await TwoAsync(room);
        var accounts = Of(room);
        var store = room.Services.GetRequiredService<FaultyStore>();
        store.Before = _ => throw FaultyStore.Away;
        await Should.ThrowAsync<Exception>(() => accounts.SetRolesAsync(ann, [AccountRoles.User]));
        store.Before = _ => { };

        (await accounts.SetRolesAsync(ben, [AccountRoles.User])).ShouldBe(AccountChangeStatus.LastSuperAdmin);
        (await accounts.SetRolesAsync(ann, [AccountRoles.User])).ShouldBe(AccountChangeStatus.Done);
        (await SuperAdminsAsync(accounts)).ShouldBe([ben]);
    }

    private static async Task<(Guid Ann, Guid Ben)> TwoAsync(TestAccounts room)
    {
        var (ann, ben) = ((await room.RegisterAsync()).AccountId, (await room.RegisterAsync("ben")).AccountId);
        foreach (var id in (Guid[])[ann, ben]) (await Of(room).SetRolesAsync(id, [AccountRoles.SuperAdmin])).ShouldBe(AccountChangeStatus.Done);
        return (ann, ben);
    }

    private static Task<AccountChangeStatus> ApplyAsync(IAccounts accounts, Change change, Guid account) => change switch
    {
        Change.Demote => accounts.SetRolesAsync(account, [AccountRoles.Admin]),
        Change.Disable => accounts.SetDisabledAsync(account, true),
        _ => accounts.EraseAsync(account),
    };

    private static async Task<List<Guid>> SuperAdminsAsync(IAccounts accounts) =>
        [.. (await accounts.ListAsync(0, 100)).Accounts.Where(a => !a.Disabled && a.Roles.Contains(AccountRoles.SuperAdmin)).Select(a => a.Id)];

    private static IAccounts Of(TestAccounts room) => room.Services.GetRequiredService<IAccounts>();

    /// <summary>Blocks until two callers have arrived.</summary>
    private sealed class Barrier
    {
        private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _here;

        public Task PassAsync()
        {
            if (Interlocked.Increment(ref _here) == 2) _both.SetResult();
            return _both.Task;
        }
    }
}
