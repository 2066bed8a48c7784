using Actors.Accounts.Accounts.SecurityEvents;
using Actors.Accounts.Tests.Kit;
using Actors.Core.Accounts;
using Actors.Core.Commands;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignUp;

public sealed class RolesCommandTests
{
    [Fact]
    public async Task The_command_replaces_the_roles()
    {
        using var folder = new TempFolder("roles");
        SignedIn ann;
        await using (var accounts = await TestAccounts.StartAsync(folder: folder))
        {
            ann = await accounts.RegisterAsync();

            (await RunAsync(accounts, "Ann@Example.com", "planner", "support")).ShouldBe((0, "The roles are: planner, support, user."));
            (await accounts.CheckAsync(ann.Tokens.AccessToken))!.Roles.ShouldBe([AccountRoles.Planner, AccountRoles.Support, AccountRoles.User]);
            (await RunAsync(accounts, "ann@example.com", "admin")).ShouldBe((0, "The roles are: admin, user."));
        }

        await using var again = await TestAccounts.StartAsync(folder: folder);
        (await RunAsync(again, "ann@example.com")).ShouldBe((0, "The roles are: admin, user."));
        (await RunAsync(again, "ann@example.com", "user")).ShouldBe((0, "The roles are: user."));
        (await again.CheckAsync(ann.Tokens.AccessToken))!.Roles.ShouldBe([AccountRoles.User]);
        (await Happened.KindsAsync(again, ann.AccountId)).Count(k => k == SecurityEventKinds.RolesChanged).ShouldBe(3);
    }

    [Fact]
    public async Task Invalid_arguments_are_refused_with_a_sentence()
    {
        await using var accounts = await TestAccounts.StartAsync();
        await accounts.RegisterAsync();

        (await RunAsync(accounts)).ShouldSatisfyAllConditions(a => a.Exit.ShouldBe(2), a => a.Said.ShouldStartWith("NAME|EMAIL is missing. Usage: roles NAME|EMAIL [ROLE …]: "));
        (await RunAsync(accounts, "ann@example.com", "admin", "root", "--all")).ShouldSatisfyAllConditions(
            a => a.Exit.ShouldBe(2),
            a => a.Said.ShouldStartWith("'--all' is not known. 'root' is not a role; known roles: superadmin, admin, planner, support, user. Usage: "));
        (await RunAsync(accounts, "ben@example.com", "admin")).ShouldBe((1, "No account is known as 'ben@example.com'."));
        (await RunAsync(accounts, "no\tname", "admin")).ShouldBe((1, "No account is known as 'no\tname'."));
        (await RunAsync(accounts, "ann@example.com")).ShouldBe((0, "The roles are: user."));
    }

    // Uses the command line, so that the registration is tested too.
    private static async Task<(int Exit, string Said)> RunAsync(TestAccounts accounts, params string[] words)
    {
        var said = new List<string>();
        var command = accounts.Services.GetServices<ICommandHandler>().Single(c => c.Name == "roles");
        var exit = await command.RunAsync(new CommandCall([.. words], line => { said.Add(line); return Task.CompletedTask; }), default);
        return (exit, said.ShouldHaveSingleItem());
    }
}
