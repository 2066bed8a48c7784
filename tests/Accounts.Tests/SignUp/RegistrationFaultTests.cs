using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignUp;
using Actors.Accounts.Tests.Kit;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignUp;

/// <summary>A registration is two writes, claim and account; cut off between them it leaves an identifier that can be used.</summary>
public sealed class RegistrationFaultTests
{
    [Fact]
    public async Task A_crash_between_claim_and_account_leaves_the_address_to_whoever_registers_next()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var store = accounts.Services.GetRequiredService<FaultyStore>();
        store.Before = _ => throw FaultyStore.Away;
        await Should.ThrowAsync<StoreUnavailableException>(accounts.Authenticator.RegisterAsync(TestAccounts.Person(), null, default));
        store.Before = _ => { };
        (await accounts.Database.QueryAsync<string>("SELECT key FROM claims")).ShouldHaveSingleItem();

        (await accounts.SignInAsync(TestAccounts.Person())).ShouldBeNull();
        var next = await accounts.Authenticator.RegisterAsync(TestAccounts.Person(password: "another"), null, default);

        next.Result.ShouldBe(RegistrationResult.Created);
        (await accounts.SignInAsync(TestAccounts.Person(password: "another"))).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_a_name_and_an_address_cut_off_whoever_registers_the_address_does_not_get_the_name()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var store = accounts.Services.GetRequiredService<FaultyStore>();
        var registrar = accounts.Services.GetRequiredService<Registrar>();
        var (name, address) = (IdentifierParser.OfUsername("root")!, TestAccounts.Person("ann").Identifier);
        store.Before = _ => throw FaultyStore.Away;
        await Should.ThrowAsync<StoreUnavailableException>(registrar.CreateSuperuserAsync(name, address, "first", default));
        store.Before = _ => { };

        var ann = await accounts.RegisterAsync("ann");
        (await registrar.CreateSuperuserAsync(name, TestAccounts.Email("root@example.com"), "second", default)).ShouldBe(RegistrationResult.Created);

        var root = (await accounts.SignInAsync(new Credentials(name, "second"))).ShouldNotBeNull();
        (await accounts.CheckAsync(root.AccessToken))!.AccountId.ShouldNotBe(ann.AccountId);
        (await accounts.Account(ann.AccountId).Card())!.Username.ShouldBeNull();
        (await accounts.SignInAsync(TestAccounts.Person("ann"))).ShouldNotBeNull();
        (await registrar.CreateSuperuserAsync(name, null, "third", default)).ShouldBe(RegistrationResult.Taken);
    }

    [Fact]
    public async Task An_account_that_was_stored_and_not_acknowledged_is_there()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var store = accounts.Services.GetRequiredService<FaultyStore>();
        store.After = _ => throw FaultyStore.Away;
        await Should.ThrowAsync<StoreUnavailableException>(accounts.Authenticator.RegisterAsync(TestAccounts.Person(), null, default));
        store.After = _ => Task.CompletedTask;

        (await accounts.Authenticator.RegisterAsync(TestAccounts.Person(), null, default)).Result.ShouldBe(RegistrationResult.Taken);
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_write_that_fails_is_not_seen_by_a_check()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var ann = await accounts.RegisterAsync();
        var store = accounts.Services.GetRequiredService<FaultyStore>();

        store.Before = _ => throw FaultyStore.Away;
        await Should.ThrowAsync<StoreUnavailableException>(accounts.Account(ann.AccountId).EndSession(accounts.SessionOf(ann.Tokens)));

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_check_does_not_wait_for_a_write_and_sees_it_once_it_is_stored()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var ann = await accounts.RegisterAsync();
        var store = accounts.Services.GetRequiredService<FaultyStore>();
        var (stored, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        store.After = _ =>
        {
            stored.SetResult();
            return goOn.Task;
        };

        var ending = accounts.Account(ann.AccountId).EndSession(accounts.SessionOf(ann.Tokens));
        await stored.Task;
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
        goOn.SetResult();
        await ending;

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldBeNull();
    }
}
