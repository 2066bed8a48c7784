using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Roles;

/// <summary>There is always a super admin, once there was one (P2).</summary>
public sealed class SuperAdminTests
{
    public enum Change { Demote, Disable, Erase }

    public static TheoryData<Change> Changes => [.. Enum.GetValues<Change>()];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_last_one_is_neither_demoted_nor_disabled_nor_erased(Change change)
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
    public async Task Of_two_that_go_at_once_one_stays(Change change)
    {
        await using var room = await TestAccounts.StartAsync();
        var (ann, ben) = await TwoAsync(room);
        var accounts = Of(room);

        var answers = await Task.WhenAll(ApplyAsync(accounts, change, ann), ApplyAsync(accounts, change, ben));

        answers.ShouldBe([AccountChangeStatus.Done, AccountChangeStatus.LastSuperAdmin], ignoreOrder: true);
        (await SuperAdminsAsync(accounts)).ShouldHaveSingleItem();
    }

    // The control: each asks whether there is another one and then goes, without the grain that puts them in a line.
    [Fact]
    public async Task Without_the_grain_both_go()
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
    public async Task Who_was_made_before_a_restart_counts_after_it_and_who_is_disabled_does_not()
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

    // As after a crash between the account's write and the grain's: it is not known here, so it must not go as if there were another one.
    [Fact]
    public async Task One_that_is_not_known_yet_stays_and_is_known_from_then_on()
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

    // What a store that fails between the two writes leaves behind is put right by trying again.
    [Fact]
    public async Task A_demotion_that_was_cut_off_can_be_repeated()
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

    /// <summary>Two come, and then both go on.</summary>
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
