using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignUp;
using Actors.Accounts.Tests.Kit;
using Actors.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignUp;

/// <summary>A registration writes claim and account; after an interruption between them the identifier can be registered again.</summary>
public sealed class RegistrationFaultTests
{
    [Fact]
    public async Task After_a_crash_the_next_registration_reuses_the_claim()
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
    public async Task An_interrupted_registration_does_not_give_the_name_to_the_address()
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
    public async Task An_account_with_a_lost_response_exists()
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
    public async Task A_check_does_not_see_a_failed_write()
    {
        await using var accounts = await TestAccounts.StartAsync(also: FaultyStore.Add);
        var ann = await accounts.RegisterAsync();
        var store = accounts.Services.GetRequiredService<FaultyStore>();

        store.Before = _ => throw FaultyStore.Away;
        await Should.ThrowAsync<StoreUnavailableException>(accounts.Account(ann.AccountId).EndSession(accounts.SessionOf(ann.Tokens)));

        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_check_sees_a_write_once_it_is_stored()
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
