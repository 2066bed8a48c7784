using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn.Guesses;
using Actors.Accounts.Tests.Kit;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignIn.Guesses;

/// <summary>During an attack from many networks, guesses are few and the owner can sign in from known networks.</summary>
public sealed class AttackTests
{
    private const int Networks = BackOff.MaxUnknownNetworks + 50;

    private static readonly TimeSpan s_step = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task During_an_attack_the_owner_signs_in_from_known_networks()
    {
        using var folder = new TempFolder("attack");
        TokenPair session;
        await using (var before = await TestAccounts.StartAsync(new ManualTimeProvider(), folder: folder)) session = (await before.RegisterAsync()).Tokens;
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time, folder: folder);

        await AttackAsync(accounts);
        (await accounts.SignInAsync(TestAccounts.Person(), "hotel")).ShouldBeNull();
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldNotBeNull();
        (await accounts.RefreshAsync(session.RefreshToken)).ShouldNotBeNull();

        time.Advance(BackOff.UnknownWindow);
        (await accounts.SignInAsync(TestAccounts.Person(), "hotel")).ShouldNotBeNull();

        await AttackAsync(accounts);
        (await accounts.SignInAsync(TestAccounts.Person(), "hotel")).ShouldNotBeNull("it is known by now");
    }

    [Fact]
    public async Task A_refresh_makes_its_network_known()
    {
        await using var accounts = await TestAccounts.StartAsync(new ManualTimeProvider());
        var ann = await accounts.RegisterAsync();
        await accounts.Authenticator.RefreshAsync(ann.Tokens.RefreshToken, TestAccounts.Client("train"), default);

        await AttackAsync(accounts);

        (await accounts.SignInAsync(TestAccounts.Person(), "train")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Each_attempt_of_an_attack_costs_one_hash()
    {
        await using var accounts = await TestAccounts.StartAsync(new ManualTimeProvider(), CountedHashing.Add);
        await accounts.RegisterAsync();
        var hashing = accounts.Services.GetRequiredService<CountedHashing>();

        foreach (var name in (string[])["ann", "nobody"])
        {
            var before = hashing.Count;
            await AttackAsync(accounts, name);
            (hashing.Count - before).ShouldBe(Networks);
        }
    }

    [Fact]
    public async Task A_neighbour_in_the_same_network_does_not_delay_the_owner()
    {
        await using var accounts = await TestAccounts.StartAsync(new ManualTimeProvider());
        await accounts.RegisterAsync();
        for (var i = 0; i < BackOff.Free; i++)
            (await accounts.Authenticator.SignInAsync(TestAccounts.Person(password: "wrong"), From("198.51.100.66"), default)).Tokens.ShouldBeNull();

        (await accounts.Authenticator.SignInAsync(TestAccounts.Person(), From("198.51.100.66"), default)).Tokens.ShouldBeNull();
        (await accounts.Authenticator.SignInAsync(TestAccounts.Person(), From("198.51.100.7"), default)).Tokens.ShouldNotBeNull();

        static ClientInfo From(string address) => new("198.51.100.0/24", "tests") { Origin = address };
    }

    [Fact]
    public async Task No_address_is_stored()
    {
        await using var accounts = await TestAccounts.StartAsync();
        await accounts.RegisterAsync();
        await accounts.Authenticator.SignInAsync(TestAccounts.Person(), new("198.51.100.0/24", "tests") { Origin = "198.51.100.66" }, default);

        var stored = (await accounts.Database.QueryAsync<Row>("SELECT document FROM accounts")).ShouldHaveSingleItem().Document;
        stored.ShouldContain("198.51.100.0/24");
        stored.ShouldNotContain("198.51.100.66");
    }

    [Fact]
    public async Task Deactivation_drops_no_failure_that_still_counts()
    {
        var time = new ManualTimeProvider();
        await using var accounts = await TestAccounts.StartAsync(time);
        var backOff = await FailedAsync(accounts);

        for (var i = 0; i < 4; i++) time.Advance(s_step);
        await backOff.End((await backOff.Begin("attacker", false)).ShouldNotBeNull(), false);
        (await backOff.Begin("attacker", false)).ShouldBeNull();
    }

    [Fact]
    public void A_back_off_outlives_its_failures() =>
        TimeSpan.FromMinutes(BackOffGrain.IdleMinutes).ShouldBeGreaterThan(BackOff.Memory);

    // Orleans measures idle time on the system clock, so the test configures a shorter age.
    [Fact]
    public async Task An_idle_back_off_is_deactivated()
    {
        await using var accounts = await TestAccounts.StartAsync();
        await accounts.SignInAsync(TestAccounts.Person("somebody"));
        var silo = accounts.Grains.GetGrain<IManagementGrain>(0);
        await silo.ForceActivationCollection(TimeSpan.Zero);
        using var activations = new ActivationCount(accounts.Services);
        await FailedAsync(accounts);

        await silo.ForceActivationCollection(TimeSpan.FromMinutes(BackOffGrain.IdleMinutes));
        activations.Alive.ShouldBe(1);
        await silo.ForceActivationCollection(TimeSpan.Zero);
        await Waiting.UntilAsync("the back-off to leave memory", () => Task.FromResult(activations.Alive <= 0));
    }

    private static async Task<IBackOffGrain> FailedAsync(TestAccounts accounts)
    {
        var backOff = accounts.Grains.GetBackOff(TestAccounts.Email("nobody@example.com"));
        var attempt = (await backOff.Begin("attacker", false))!;
        for (var i = 0; i < 20; i++) await backOff.End(attempt, false);
        return backOff;
    }

    private static async Task AttackAsync(TestAccounts accounts, string name = "ann")
    {
        for (var i = 0; i < Networks; i++) (await accounts.SignInAsync(TestAccounts.Person(name, "wrong"), $"bot{i}")).ShouldBeNull();
    }

    private sealed record Row(string Document);
}
