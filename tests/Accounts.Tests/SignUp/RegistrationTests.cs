using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.SignUp;
using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;

namespace Actors.Accounts.Tests.SignUp;

/// <summary>Parallel registrations of an identifier create one account.</summary>
public sealed class RegistrationTests
{
    private const int Racers = 50;

    [Fact]
    public async Task One_of_fifty_parallel_registrations_succeeds()
    {
        await using var accounts = await TestAccounts.StartAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ =>
            accounts.Authenticator.RegisterAsync(TestAccounts.Person(), TestAccounts.Client(), default)));

        results.Count(r => r.Result == RegistrationResult.Created).ShouldBe(1);
        results.Count(r => r.Result == RegistrationResult.Taken).ShouldBe(Racers - 1);
        (await NumbersAsync(accounts)).ShouldHaveSingleItem();
    }

    // Control: each registration takes its own id without a claim.
    [Fact]
    public async Task Control_without_the_claim_every_registration_succeeds()
    {
        await using var accounts = await TestAccounts.StartAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ =>
            accounts.Account(Guid.NewGuid()).Create(new AccountDraft("ann@example.com", null, "hash", [AccountRoles.User]), null)));

        results.ShouldAllBe(r => r.Result == RegistrationResult.Created);
        (await NumbersAsync(accounts)).Count.ShouldBe(Racers);
    }

    [Fact]
    public async Task Every_account_has_a_unique_number()
    {
        await using var accounts = await TestAccounts.StartAsync();

        var made = await Task.WhenAll(Enumerable.Range(0, Racers).Select(i => accounts.RegisterAsync($"person{i}")));

        made.Select(m => m.Number).ShouldBeUnique();
        made.ShouldAllBe(m => m.Number > 0);
        (await NumbersAsync(accounts)).Order().ShouldBe(made.Select(m => m.Number).Order());
    }

    [Fact]
    public async Task A_name_and_an_address_registered_together_belong_to_one_account()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var draft = new AccountDraft("root@example.com", "root", "hash", [AccountRoles.User]);
        var (name, address) = (IdentifierParser.OfUsername("root")!.Key, IdentifierParser.OfEmail("root@example.com")!.Key);

        var results = await Task.WhenAll(Enumerable.Range(0, Racers).Select(i => i % 2 == 0
            ? accounts.Grains.GetGrain<IClaimGrain>(name).Register(draft, address, null)
            : accounts.Grains.GetGrain<IClaimGrain>(address).Register(draft with { Username = null }, null, null)));

        results.Count(r => r.Result == RegistrationResult.Created).ShouldBe(1);
        (await NumbersAsync(accounts)).ShouldHaveSingleItem();
    }

    private static Task<IReadOnlyList<long>> NumbersAsync(TestAccounts accounts) => accounts.Database.QueryAsync<long>("SELECT number FROM accounts");
}
