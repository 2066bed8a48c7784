using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Accounts;

/// <summary>Calls for unknown accounts leave no activation.</summary>
public sealed class LeavingTests
{
    private const int Strangers = 200;

    [Fact]
    public async Task Unknown_accounts_leave_no_activation()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        using var activations = new ActivationCount(accounts.Services);

        for (var i = 0; i < Strangers; i++)
        {
            var stranger = accounts.Account(Guid.NewGuid());
            (await stranger.Check(Guid.NewGuid())).ShouldBeNull();
            (await stranger.Card()).ShouldBeNull();
            (await stranger.Secret()).ShouldBeNull();
            (await stranger.Sessions()).ShouldBeEmpty();
            (await stranger.EndSession(Guid.NewGuid())).ShouldBeFalse();
            (await stranger.Rotate(Guid.NewGuid(), "hash", TestAccounts.Client())).ShouldBeNull();
            (await stranger.SetRoles([AccountRoles.Admin])).ShouldBeFalse();
        }

        activations.Created.ShouldBeGreaterThanOrEqualTo(Strangers);
        await Waiting.UntilAsync("strangers to leave memory", () => Task.FromResult(activations.Alive == 0));
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
    }

    // Control: existing accounts stay in memory, so the count sees them.
    [Fact]
    public async Task Control_existing_accounts_stay_in_memory()
    {
        await using var accounts = await TestAccounts.StartAsync();
        await accounts.RegisterAsync();
        using var activations = new ActivationCount(accounts.Services);
        for (var i = 0; i < 20; i++) await accounts.RegisterAsync($"person{i}");
        activations.Alive.ShouldBe(40, "twenty accounts and their claims");
    }

    [Fact]
    public async Task A_sign_in_with_an_unknown_identifier_leaves_only_its_back_off()
    {
        await using var accounts = await TestAccounts.StartAsync();
        await accounts.SignInAsync(TestAccounts.Person("nobody"));
        using var activations = new ActivationCount(accounts.Services);

        for (var i = 0; i < 20; i++) (await accounts.SignInAsync(TestAccounts.Person($"nobody{i}"))).ShouldBeNull();

        activations.Alive.ShouldBe(20);
    }
}
