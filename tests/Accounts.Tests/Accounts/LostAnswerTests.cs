using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Accounts;
using Actors.Accounts.Sessions;
using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Accounts;

/// <summary>Calls whose answer was lost with a silo are sent again, late; nobody is taken for a thief because of it, and nothing happens twice.</summary>
public sealed class LostAnswerTests
{
    private static readonly TimeSpan s_late = RefreshRule.Grace + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_refresh_that_is_sent_again_after_the_grace_gives_the_pair_of_its_first_time()
    {
        var time = new ManualTimeProvider();
        var lost = new LostAnswer(nameof(IAccountGrain.Rotate), () => time.Advance(s_late));
        await using var accounts = await TestAccounts.StartAsync(time, lost.AddTo);
        var ann = await accounts.RegisterAsync();
        lost.Arm();

        var pair = await accounts.RefreshAsync(ann.Tokens.RefreshToken);

        pair.ShouldNotBeNull("the client asked once");
        (await accounts.CheckAsync(pair.AccessToken)).ShouldNotBeNull();
        (await Happened.KindsAsync(accounts, ann.AccountId)).ShouldNotContain(SecurityEventKinds.RefreshReused);
    }

    [Fact]
    public async Task A_copied_token_is_found_out_also_when_its_call_is_sent_again()
    {
        var time = new ManualTimeProvider();
        var lost = new LostAnswer(nameof(IAccountGrain.Rotate), () => time.Advance(TimeSpan.FromSeconds(9)));
        await using var accounts = await TestAccounts.StartAsync(time, lost.AddTo);
        var ann = await accounts.RegisterAsync();
        var next = await accounts.RefreshAsync(ann.Tokens.RefreshToken);
        time.Advance(s_late);
        lost.Arm();

        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();

        (await accounts.CheckAsync(next!.AccessToken)).ShouldBeNull();
        (await Happened.KindsAsync(accounts, ann.AccountId)).Count(kind => kind == SecurityEventKinds.RefreshReused).ShouldBe(1);
    }

    [Fact]
    public async Task Roles_that_an_account_has_are_not_written_again()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();

        await accounts.Account(ann.AccountId).SetRoles([AccountRoles.Admin]);
        await accounts.Account(ann.AccountId).SetRoles([AccountRoles.Admin, AccountRoles.User]);

        (await Happened.KindsAsync(accounts, ann.AccountId)).Count(kind => kind == SecurityEventKinds.RolesChanged).ShouldBe(1);
    }

    [Fact]
    public async Task Roles_are_not_set_again_when_their_answer_was_lost_since_somebody_else_may_have_changed_them()
    {
        var lost = new LostAnswer(nameof(IAccountGrain.SetRoles), static () => { });
        await using var accounts = await TestAccounts.StartAsync(also: lost.AddTo);
        var ann = await accounts.RegisterAsync();
        lost.Arm();

        await Should.ThrowAsync<SiloUnavailableException>(() => accounts.Account(ann.AccountId).SetRoles([AccountRoles.Admin]));
    }
}
