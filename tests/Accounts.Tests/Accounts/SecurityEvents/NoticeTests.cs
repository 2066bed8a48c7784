using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Accounts;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Accounts.SecurityEvents;

/// <summary>An address may belong to a stranger, so letters are limited.</summary>
public sealed class NoticeTests
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Many_password_changes_in_an_hour_send_one_letter()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();

        for (var i = 0; i < 5; i++) await ChangeAsync(accounts);

        (await Letters.OfAsync(accounts, ann.AccountId)).ShouldHaveSingleItem();
        (await Happened.KindsAsync(accounts, ann.AccountId)).Count(k => k == SecurityEventKinds.PasswordChanged).ShouldBe(5);
    }

    [Fact]
    public async Task Another_letter_is_sent_after_an_hour_despite_restarts()
    {
        using var folder = new TempFolder("notices");
        var time = new ManualTimeProvider();
        Guid ann;
        await using (var accounts = await TestAccounts.StartAsync(time, folder: folder))
        {
            ann = (await accounts.RegisterAsync()).AccountId;
            await ChangeAsync(accounts);
        }

        time.Advance(AccountChange.LetterInterval - s_minute);
        await using var again = await TestAccounts.StartAsync(time, folder: folder);
        await ChangeAsync(again);
        (await Letters.OfAsync(again, ann)).Length.ShouldBe(1);

        time.Advance(s_minute);
        await ChangeAsync(again);
        (await Letters.OfAsync(again, ann)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Each_kind_of_letter_is_limited_separately()
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
