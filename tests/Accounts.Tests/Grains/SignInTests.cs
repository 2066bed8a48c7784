using Actors.Accounts.Grains;
using Actors.Accounts.Tests.Kit;
using Actors.Plumbing.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Grains;

/// <summary>Registration, sign-in, roles and the directory.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Somebody_registers_signs_in_and_is_known_by_the_token()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var made = await accounts.Authenticator.RegisterAsync(TestAccounts.Person(), null, default);
        made.Tokens.ShouldBeNull();

        var pair = await accounts.SignInAsync(TestAccounts.Person());

        var caller = await accounts.CheckAsync(pair!.AccessToken);
        caller.ShouldNotBeNull().AccountId.ShouldBe(made.AccountId);
        caller.Number.ShouldBe(made.Number);
        caller.SessionId.ShouldBe(accounts.SessionOf(pair));
        caller.Roles.ShouldBe([AccountRoles.User]);
    }

    [Fact]
    public async Task A_registration_that_signs_in_opens_a_session_with_it()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        (await accounts.CheckAsync(ann.Tokens.AccessToken))!.AccountId.ShouldBe(ann.AccountId);
    }

    [Fact]
    public async Task A_second_registration_is_taken_and_changes_nothing()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();

        (await accounts.Authenticator.RegisterAsync(TestAccounts.Person(password: "another one"), TestAccounts.Client(), default)).Result.ShouldBe(RegistrationResult.Taken);

        (await accounts.SignInAsync(TestAccounts.Person(password: "another one"))).ShouldBeNull();
        (await accounts.CheckAsync((await accounts.SignInAsync(TestAccounts.Person()))!.AccessToken))!.AccountId.ShouldBe(ann.AccountId);
    }

    [Fact]
    public async Task A_common_password_is_refused_where_that_is_asked_for()
    {
        await using var accounts = await TestAccounts.StartAsync(
            also: services => services.AddSingleton(new Actors.Accounts.Grains.Passwords.PasswordSettings { RefuseCommon = true, Iterations = 1 }));
        var refused = await accounts.Authenticator.RegisterAsync(TestAccounts.Person(password: "Password1"), null, default);
        refused.Result.ShouldBe(RegistrationResult.CommonPassword);
        await accounts.RegisterAsync();
    }

    [Fact]
    public async Task Roles_are_of_now_and_not_of_the_sign_in()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();

        (await accounts.Account(ann.AccountId).SetRoles([AccountRoles.Support])).ShouldBeTrue();

        (await accounts.CheckAsync(ann.Tokens.AccessToken))!.Roles.ShouldBe([AccountRoles.Support, AccountRoles.User]);
        (await accounts.Account(Guid.NewGuid()).SetRoles([AccountRoles.Admin])).ShouldBeFalse();
        await Should.ThrowAsync<ArgumentException>(accounts.Account(ann.AccountId).SetRoles(["root"]));
    }

    [Fact]
    public async Task An_administrator_is_made_but_nobody_is_promoted_by_it()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();

        var root = await accounts.Authenticator.CreateAdministratorAsync(TestAccounts.Person("root"), default);
        var again = await accounts.Authenticator.CreateAdministratorAsync(TestAccounts.Person("ann"), default);

        var directory = accounts.Services.GetRequiredService<IAccountDirectory>();
        (await directory.FindAsync(root.AccountId))!.Roles.ShouldBe([AccountRoles.Admin, AccountRoles.User]);
        again.Result.ShouldBe(RegistrationResult.Taken);
        (await directory.FindAsync(ann.AccountId))!.Roles.ShouldBe([AccountRoles.User]);
    }

    [Fact]
    public async Task Other_rooms_learn_what_they_may_know_and_nothing_of_a_stranger()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        var directory = accounts.Services.GetRequiredService<IAccountDirectory>();

        var card = await directory.FindAsync(ann.AccountId);

        (card!.Id, card.Number, card.Email, card.Username).ShouldBe((ann.AccountId, ann.Number, "ann@example.com", null));
        (await directory.FindAsync(Guid.NewGuid())).ShouldBeNull();
    }
}
