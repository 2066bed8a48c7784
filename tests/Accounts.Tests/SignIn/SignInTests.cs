using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.SignIn;
using Actors.Accounts.SignUp;
using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignIn;

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
            also: services => services.AddSingleton(new Actors.Accounts.Passwords.PasswordSettings { RefuseCommon = true, Iterations = 1 }));
        var refused = await accounts.Authenticator.RegisterAsync(TestAccounts.Person(password: "Password1"), null, default);
        refused.Result.ShouldBe(RegistrationResult.CommonPassword);
        await accounts.RegisterAsync();
    }

    [Fact]
    public async Task Neither_is_it_taken_when_a_password_is_changed_and_nothing_is_hashed_for_it()
    {
        await using var accounts = await TestAccounts.StartAsync(also: services =>
        {
            CountedHashing.Add(services);
            services.AddSingleton(new Actors.Accounts.Passwords.PasswordSettings { RefuseCommon = true, Iterations = 1 });
        });
        var ann = await accounts.RegisterAsync();
        var hashing = accounts.Services.GetRequiredService<CountedHashing>();
        var before = hashing.Count;

        foreach (var person in (Credentials[])[TestAccounts.Person(), TestAccounts.Person("nobody")])
        {
            var refused = await accounts.Authenticator.ChangePasswordAsync(person, "123456", TestAccounts.Client(), default);
            refused.ShouldBe(new SignInOutcome(SignInResult.CommonPassword));
        }

        hashing.Count.ShouldBe(before);
        (await accounts.CheckAsync(ann.Tokens.AccessToken)).ShouldNotBeNull();
        (await accounts.Authenticator.ChangePasswordAsync(TestAccounts.Person(), "battery staple", TestAccounts.Client(), default)).Tokens.ShouldNotBeNull();
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
    public async Task An_administrator_signs_in_by_name_and_by_address()
    {
        await using var accounts = await TestAccounts.StartAsync();

        (await CreateAsync(accounts, "root", "root@example.com")).ShouldBe(RegistrationResult.Created);

        var byName = await accounts.SignInAsync(new Credentials(Username("root"), "correct horse"));
        var byAddress = await accounts.SignInAsync(TestAccounts.Person("root"));
        (await accounts.CheckAsync(byName!.AccessToken))!.Roles.ShouldBe([AccountRoles.SuperAdmin, AccountRoles.Admin, AccountRoles.User]);
        accounts.Read(byAddress!.RefreshToken).AccountId.ShouldBe(accounts.Read(byName.RefreshToken).AccountId);
    }

    [Fact]
    public async Task Nobody_is_made_an_administrator_by_holding_the_name_or_the_address()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        await CreateAsync(accounts, "root", null);

        (await CreateAsync(accounts, "root", "other@example.com")).ShouldBe(RegistrationResult.Taken);
        (await CreateAsync(accounts, "root2", "ann@example.com")).ShouldBe(RegistrationResult.Taken);

        (await accounts.CheckAsync(ann.Tokens.AccessToken))!.Roles.ShouldBe([AccountRoles.User]);
        (await accounts.Authenticator.RegisterAsync(TestAccounts.Person("other"), null, default)).Result.ShouldBe(RegistrationResult.Created);
        (await accounts.Authenticator.RegisterAsync(new Credentials(Username("root2"), "x"), null, default)).Result.ShouldBe(RegistrationResult.Created);
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

    private static Task<RegistrationResult> CreateAsync(TestAccounts accounts, string username, string? email) =>
        accounts.Services.GetRequiredService<Registrar>().CreateSuperuserAsync(Username(username), email is null ? null : TestAccounts.Email(email), "correct horse", default);

    private static Identifier Username(string name) => new(IdentifierKind.Username, name, name);
}
