using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Sessions;
using Actors.Accounts.Tests.Kit;
using Actors.Accounts.Tokens;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Sessions;

/// <summary>Promise R7: a rotation is one write, a lost response is repeated, and a copied token ends the session.</summary>
public sealed class RotationTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Twenty_parallel_refreshes_return_the_same_pair()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();

        var pairs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => accounts.RefreshAsync(ann.Tokens.RefreshToken)));
        time.Advance(RefreshRule.Grace);
        var late = await accounts.RefreshAsync(ann.Tokens.RefreshToken);

        pairs.Append(late).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        pairs[0]!.RefreshToken.ShouldNotBe(ann.Tokens.RefreshToken);
        (await accounts.RefreshAsync(pairs[0]!.RefreshToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_token_reused_after_the_grace_period_ends_the_session()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        var next = await accounts.RefreshAsync(ann.Tokens.RefreshToken);
        (await accounts.CheckAsync(next!.AccessToken)).ShouldNotBeNull();

        time.Advance(RefreshRule.Grace + s_second);

        (await accounts.Authenticator.RefreshAsync(ann.Tokens.RefreshToken, TestAccounts.Client("198.51.100.9"), default)).ShouldBeNull();
        (await accounts.CheckAsync(next.AccessToken)).ShouldBeNull();
        (await accounts.RefreshAsync(next.RefreshToken)).ShouldBeNull();
        var session = accounts.SessionOf(ann.Tokens).ToString();
        (await Happened.ReadAsync(accounts, ann.AccountId)).ShouldContain(new Happened(SecurityEventKinds.RefreshReused, session, "198.51.100.9"));
        (await Letters.OfAsync(accounts, ann.AccountId)).ShouldHaveSingleItem().ShouldContain("ann@example.com");
    }

    [Fact]
    public async Task A_token_two_rotations_old_ends_the_session()
    {
        await using var accounts = await TestAccounts.StartAsync(new ManualTimeProvider());
        var ann = await accounts.RegisterAsync();
        var second = await accounts.RefreshAsync(ann.Tokens.RefreshToken);
        var third = await accounts.RefreshAsync(second!.RefreshToken);

        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
        (await accounts.RefreshAsync(third!.RefreshToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_reused_token_ends_only_its_own_session()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        var phone = await accounts.SignInAsync(TestAccounts.Person());
        await accounts.RefreshAsync(ann.Tokens.RefreshToken);
        time.Advance(RefreshRule.Grace + s_second);

        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();

        (await accounts.CheckAsync(phone!.AccessToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_rotation_with_a_lost_response_is_repeated_after_a_restart()
    {
        using var folder = new TempFolder("rotation");
        TokenPair first;
        TokenPair? second;
        await using (var accounts = await TestAccounts.StartAsync(folder: folder))
        {
            first = (await accounts.RegisterAsync()).Tokens;
            second = await accounts.RefreshAsync(first.RefreshToken);
        }

        await using var again = await TestAccounts.StartAsync(folder: folder);
        (await again.RefreshAsync(first.RefreshToken)).ShouldBe(second);
    }

    [Fact]
    public async Task A_repeat_with_a_removed_key_is_refused_and_ends_nothing()
    {
        const string old = "the old secret, which comes back", renewed = "the new secret, which is taken away again";
        using var folder = new TempFolder("rotation");
        TokenPair first;
        TokenPair? second;
        await using (var accounts = await WithKeysAsync(old)) first = (await accounts.RegisterAsync()).Tokens;
        await using (var accounts = await WithKeysAsync(renewed, old)) second = await accounts.RefreshAsync(first.RefreshToken);
        await using (var accounts = await WithKeysAsync(old)) (await accounts.RefreshAsync(first.RefreshToken)).ShouldBeNull();

        await using var again = await WithKeysAsync(renewed, old);
        (await again.RefreshAsync(second!.RefreshToken)).ShouldNotBeNull();

        Task<TestAccounts> WithKeysAsync(string current, params string[] previous)
        {
            var options = new TokenOptions { Keys = new SigningKeys(current, previous) };
            return TestAccounts.StartAsync(also: services => services.AddSingleton(options).AddSingleton(options.Keys), folder: folder);
        }
    }

    [Fact]
    public async Task Setting_the_clock_back_does_not_extend_the_grace_period()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var ann = await accounts.RegisterAsync();
        await accounts.RefreshAsync(ann.Tokens.RefreshToken);

        time.Advance(RefreshRule.Grace + s_second);
        time.SetUtcNow(time.GetUtcNow() - TimeSpan.FromHours(1));

        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Setting_the_clock_back_during_a_restart_does_not_extend_the_grace_period()
    {
        using var folder = new TempFolder("rotation");
        var time = new ManualTimeProvider();
        TokenPair first;
        await using (var accounts = await TestAccounts.StartAsync(time, folder: folder))
        {
            first = (await accounts.RegisterAsync()).Tokens;
            await accounts.RefreshAsync(first.RefreshToken);
        }

        time.SetUtcNow(time.GetUtcNow() - TimeSpan.FromHours(1));
        await using var again = await TestAccounts.StartAsync(time, folder: folder);
        (await again.RefreshAsync(first.RefreshToken)).ShouldBeNull();
    }

    [Fact]
    public async Task Access_and_refresh_tokens_are_not_interchangeable()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();

        (await accounts.RefreshAsync(ann.Tokens.AccessToken)).ShouldBeNull();
        (await accounts.CheckAsync(ann.Tokens.RefreshToken)).ShouldBeNull();
        (await accounts.RefreshAsync("")).ShouldBeNull();
        (await accounts.RefreshAsync(ann.Tokens.RefreshToken)).ShouldNotBeNull();
    }
}
