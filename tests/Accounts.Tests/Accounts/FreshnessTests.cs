using Actors.Accounts.Accounts;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Accounts;

/// <summary>A stale activation: a test writes the account's row directly, as another silo would.</summary>
public sealed class FreshnessTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_session_ended_on_another_silo_is_refused_after_ten_seconds()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time, Bounded(AccountFreshness.InCluster));
        var ann = await accounts.RegisterAsync();
        await EndElsewhereAsync(accounts, ann);

        time.Advance(AccountFreshness.InCluster - s_second);
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
        time.Advance(s_second);

        (await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => accounts.CheckAsync(ann.Tokens.AccessToken)))).ShouldAllBe(caller => caller == null);
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldNotBeNull();
    }

    // Control: without the bound, the activation never reads its row again.
    [Fact]
    public async Task Control_without_the_bound_it_is_admitted()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time, Bounded(null));
        var ann = await accounts.RegisterAsync();
        await EndElsewhereAsync(accounts, ann);

        time.Advance(AccountFreshness.InCluster + s_second);

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_row_is_read_once_in_ten_seconds()
    {
        var time = new ManualTimeProvider();
        var reads = 0;
        await using var accounts = await TestAccounts.StartAsync(time, services =>
        {
            FaultyStore.Add(services);
            Bounded(AccountFreshness.InCluster)(services);
        });
        accounts.Services.GetRequiredService<FaultyStore>().Reading = () => reads++;
        var ann = await accounts.RegisterAsync();
        reads = 0;

        for (var i = 0; i < 3; i++)
        {
            time.Advance(AccountFreshness.InCluster);
            for (var j = 0; j < 5; j++) (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
        }

        reads.ShouldBe(3);
    }

    [Fact]
    public async Task Without_the_database_the_known_state_is_used()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time, services =>
        {
            FaultyStore.Add(services);
            Bounded(AccountFreshness.InCluster)(services);
        });
        var ann = await accounts.RegisterAsync();
        accounts.Services.GetRequiredService<FaultyStore>().Reading = () => throw FaultyStore.Away;

        time.Advance(AccountFreshness.InCluster);

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("redis://127.0.0.1:1", true)]
    [InlineData(null, false)]
    public async Task Only_members_have_a_bound(string? redis, bool bounded)
    {
        await using var accounts = await TestAccounts.StartAsync(redis: redis);

        accounts.Services.GetRequiredService<AccountFreshness>().Bound.ShouldBe(bounded ? AccountFreshness.InCluster : null);
    }

    private static Action<IServiceCollection> Bounded(TimeSpan? bound) => services => services.AddSingleton(new AccountFreshness(bound));

    private static async Task EndElsewhereAsync(TestAccounts accounts, SignedIn who)
    {
        var store = accounts.Services.GetRequiredService<IAccountStore>();
        var (version, state) = (await store.LoadAsync(who.AccountId))!;
        await store.CommitAsync(version, new AccountChange(state.Without(accounts.SessionOf(who.Tokens))));
    }
}
