using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Accounts;
using Actors.Accounts.Sessions;
using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Accounts;

/// <summary>Calls that are retried after the loss of a silo cause no false alarm and no second effect.</summary>
public sealed class LostAnswerTests
{
    private static readonly TimeSpan s_late = RefreshRule.Grace + TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_retried_refresh_returns_the_same_pair_after_the_grace_period()
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
    public async Task A_retried_call_with_a_copied_token_is_detected()
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
    public async Task Unchanged_roles_are_not_written()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();

        await accounts.Account(ann.AccountId).SetRoles([AccountRoles.Admin]);
        await accounts.Account(ann.AccountId).SetRoles([AccountRoles.Admin, AccountRoles.User]);

        (await Happened.KindsAsync(accounts, ann.AccountId)).Count(kind => kind == SecurityEventKinds.RolesChanged).ShouldBe(1);
    }

    [Fact]
    public async Task SetRoles_is_not_retried_after_a_lost_response()
    {
        var lost = new LostAnswer(nameof(IAccountGrain.SetRoles), static () => { });
        await using var accounts = await TestAccounts.StartAsync(also: lost.AddTo);
        var ann = await accounts.RegisterAsync();
        lost.Arm();

        await Should.ThrowAsync<SiloUnavailableException>(() => accounts.Account(ann.AccountId).SetRoles([AccountRoles.Admin]));
    }
}
