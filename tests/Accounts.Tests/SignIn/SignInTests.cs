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
    public async Task An_account_registers_and_signs_in()
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
    public async Task A_registration_may_open_a_session()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        (await accounts.CheckAsync(ann.Tokens.AccessToken))!.AccountId.ShouldBe(ann.AccountId);
    }

    [Fact]
    public async Task A_second_registration_is_refused()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();

        (await accounts.Authenticator.RegisterAsync(TestAccounts.Person(password: "another one"), TestAccounts.Client(), default)).Result.ShouldBe(RegistrationResult.Taken);

        (await accounts.SignInAsync(TestAccounts.Person(password: "another one"))).ShouldBeNull();
        (await accounts.CheckAsync((await accounts.SignInAsync(TestAccounts.Person()))!.AccessToken))!.AccountId.ShouldBe(ann.AccountId);
    }

    [Fact]
    public async Task A_common_password_is_refused_if_configured()
    {
        await using var accounts = await TestAccounts.StartAsync(
            also: services => services.AddSingleton(new Actors.Accounts.Passwords.PasswordSettings { RefuseCommon = true, Iterations = 1 }));
        var refused = await accounts.Authenticator.RegisterAsync(TestAccounts.Person(password: "Password1"), null, default);
        refused.Result.ShouldBe(RegistrationResult.CommonPassword);
        await accounts.RegisterAsync();
    }

    [Fact]
    public async Task A_change_to_a_common_password_is_refused_without_hashing()
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
    public async Task A_caller_has_the_current_roles()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();

        (await accounts.Account(ann.AccountId).SetRoles([AccountRoles.Support])).ShouldBeTrue();

        (await accounts.CheckAsync(ann.Tokens.AccessToken))!.Roles.ShouldBe([AccountRoles.Support, AccountRoles.User]);
        (await accounts.Account(Guid.NewGuid()).SetRoles([AccountRoles.Admin])).ShouldBeFalse();
        await Should.ThrowAsync<ArgumentException>(accounts.Account(ann.AccountId).SetRoles(["root"]));
    }

    [Fact]
    public async Task An_administrator_signs_in_with_name_and_address()
    {
        await using var accounts = await TestAccounts.StartAsync();

        (await CreateAsync(accounts, "root", "root@example.com")).ShouldBe(RegistrationResult.Created);

        var byName = await accounts.SignInAsync(new Credentials(Username("root"), "correct horse"));
        var byAddress = await accounts.SignInAsync(TestAccounts.Person("root"));
        (await accounts.CheckAsync(byName!.AccessToken))!.Roles.ShouldBe([AccountRoles.SuperAdmin, AccountRoles.Admin, AccountRoles.User]);
        accounts.Read(byAddress!.RefreshToken).AccountId.ShouldBe(accounts.Read(byName.RefreshToken).AccountId);
    }

    [Fact]
    public async Task A_taken_name_or_address_creates_no_administrator()
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
    public async Task Other_modules_find_accounts()
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
