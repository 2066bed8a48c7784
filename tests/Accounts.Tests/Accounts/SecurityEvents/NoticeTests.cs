using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Accounts;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Accounts.SecurityEvents;

/// <summary>Anybody can register a stranger's address: what happens to the account must not fill the stranger's mailbox.</summary>
public sealed class NoticeTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Of_many_password_changes_within_an_hour_the_owner_hears_once_and_all_are_kept()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();

        for (var i = 0; i < 5; i++) await ChangeAsync(accounts);

        (await Letters.OfAsync(accounts, ann.AccountId)).ShouldHaveSingleItem();
        (await Happened.KindsAsync(accounts, ann.AccountId)).Count(k => k == SecurityEventKinds.PasswordChanged).ShouldBe(5);
    }

    [Fact]
    public async Task After_an_hour_there_is_another_letter_and_a_restart_does_not_shorten_it()
    {
        using var folder = new TempFolder("notices");
        var time = new ManualTimeProvider();
        Guid ann;
        await using (var accounts = await TestAccounts.StartAsync(time, folder: folder))
        {
            ann = (await accounts.RegisterAsync()).AccountId;
            await ChangeAsync(accounts);
        }

        time.Advance(AccountChange.BetweenNotices - s_minute);
        await using var again = await TestAccounts.StartAsync(time, folder: folder);
        await ChangeAsync(again);
        (await Letters.OfAsync(again, ann)).Length.ShouldBe(1);

        time.Advance(s_minute);
        await ChangeAsync(again);
        (await Letters.OfAsync(again, ann)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_letter_of_one_kind_does_not_hold_back_one_of_another()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        var session = await ChangeAsync(accounts);
        var next = await accounts.RefreshAsync(session);
        await accounts.RefreshAsync(next!.RefreshToken);

        (await accounts.RefreshAsync(session)).ShouldBeNull();

        (await Letters.OfAsync(accounts, ann.AccountId)).Length.ShouldBe(2);
    }

    private static async Task<string> ChangeAsync(TestAccounts accounts) =>
        (await accounts.Authenticator.ChangePasswordAsync(TestAccounts.Person(), TestAccounts.Person().Password, TestAccounts.Client(), default)).Tokens!.RefreshToken;
}
