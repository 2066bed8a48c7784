using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Accounts;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Sessions;

/// <summary>How sessions begin, are listed, and end.</summary>
public sealed class SessionTests
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(30);

    [Fact]
    public async Task An_ended_session_is_refused_at_once()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        var account = accounts.Account(ann.AccountId);

        (await account.EndSession(accounts.SessionOf(ann.Tokens))).ShouldBeTrue();

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
        (await account.EndSession(accounts.SessionOf(ann.Tokens))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_password_change_ends_all_sessions_and_opens_one()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        var phone = await accounts.SignInAsync(TestAccounts.Person());

        var pair = (await accounts.Authenticator.ChangePasswordAsync(TestAccounts.Person(), "battery staple", TestAccounts.Client(), default)).Tokens;

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        (await accounts.CheckAsync(phone!.AccessToken)).ShouldBeNull();
        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
        (await accounts.RefreshAsync(phone.RefreshToken)).ShouldBeNull();
        (await accounts.CheckAsync(pair!.AccessToken)).ShouldNotBeNull();
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldBeNull();
        (await accounts.SignInAsync(TestAccounts.Person(password: "battery staple"))).ShouldNotBeNull();
        (await Happened.KindsAsync(accounts, ann.AccountId)).ShouldBe([SecurityEventKinds.Registered, SecurityEventKinds.PasswordChanged]);
        (await Letters.OfAsync(accounts, ann.AccountId)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_check_of_the_old_password_opens_no_session_after_the_change()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        var account = accounts.Account(ann.AccountId);
        var secret = await account.Secret();

        await account.ChangePassword(secret!.Version, "new hash", TestAccounts.Client());

        (await account.OpenSession(secret.Version, TestAccounts.Client(), null)).ShouldBeNull();
        (await account.ChangePassword(secret.Version, "newer hash", TestAccounts.Client())).ShouldBeNull();
    }

    [Fact]
    public async Task A_session_over_the_limit_ends_the_least_recently_used()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        var account = accounts.Account(ann.AccountId);
        time.Advance(TimeSpan.FromSeconds(1));
        var second = await accounts.SignInAsync(TestAccounts.Person());
        time.Advance(TimeSpan.FromSeconds(1));
        var refreshed = await accounts.RefreshAsync(ann.Tokens.RefreshToken);
        for (var i = 2; i < AccountGrain.MaxSessions; i++)
            await account.OpenSession(1, TestAccounts.Client(), null);
        (await account.Sessions()).Length.ShouldBe(AccountGrain.MaxSessions);
        (await accounts.CheckAsync(second!.AccessToken)).ShouldNotBeNull();

        await account.OpenSession(1, TestAccounts.Client(), null);

        (await account.Sessions()).Length.ShouldBe(AccountGrain.MaxSessions);
        (await accounts.CheckAsync(second.AccessToken)).ShouldBeNull();
        (await accounts.CheckAsync(refreshed!.AccessToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_list_has_live_sessions_newest_first()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        time.Advance(TimeSpan.FromSeconds(5));
        var phone = await accounts.SignInAsync(TestAccounts.Person(), "2001:db8::/64");

        var sessions = await accounts.Account(ann.AccountId).Sessions();

        sessions.Select(s => s.Id).ShouldBe([accounts.SessionOf(phone!), accounts.SessionOf(ann.Tokens)]);
        (sessions[0].Client.Network, sessions[0].Expires).ShouldBe(("2001:db8::/64", time.GetUtcNow() + s_lifetime));
        phone!.RefreshExpires.ShouldBe(sessions[0].Expires);
    }

    [Fact]
    public async Task A_refresh_extends_a_session()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        time.SetUtcNow(time.GetUtcNow() + s_lifetime - TimeSpan.FromSeconds(1));
        var pair = await accounts.RefreshAsync(ann.Tokens.RefreshToken);

        time.SetUtcNow(time.GetUtcNow() + TimeSpan.FromDays(1));
        (await accounts.Account(ann.AccountId).Check(accounts.SessionOf(pair!))).ShouldNotBeNull();
        time.SetUtcNow(time.GetUtcNow() + s_lifetime);

        (await accounts.Account(ann.AccountId).Check(accounts.SessionOf(pair!))).ShouldBeNull();
        (await accounts.Account(ann.AccountId).Sessions()).ShouldBeEmpty();
        (await accounts.RefreshAsync(pair!.RefreshToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Setting_the_clock_back_revives_no_expired_session()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        var (account, session) = (accounts.Account(ann.AccountId), accounts.SessionOf(ann.Tokens));
        time.SetUtcNow(time.GetUtcNow() + s_lifetime);
        (await account.Check(session)).ShouldBeNull();

        time.SetUtcNow(time.GetUtcNow() - TimeSpan.FromHours(1));

        (await account.Check(session)).ShouldBeNull();
        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Setting_the_clock_back_revives_no_ended_session()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        await accounts.Account(ann.AccountId).EndSession(accounts.SessionOf(ann.Tokens));

        time.SetUtcNow(time.GetUtcNow() - TimeSpan.FromHours(1));

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        var pair = await accounts.SignInAsync(TestAccounts.Person());
        (await accounts.CheckAsync(pair!.AccessToken)).ShouldNotBeNull();
        (await accounts.RefreshAsync(pair.RefreshToken)).ShouldNotBeNull();
    }
}
