using Actors.Accounts.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.SignIn;

/// <summary>Failed sign-ins and password changes are in the audit log, with ids and without user input.</summary>
public sealed class FailedSignInTests
{
    [Fact]
    public async Task Only_failures_are_logged()
    {
        await using var accounts = await TestAccounts.StartAsync();
        var ann = await accounts.RegisterAsync();
        var client = TestAccounts.Client() with { RequestId = "r-1" };

        await accounts.Authenticator.SignInAsync(TestAccounts.Person(password: "typed-secret"), client, default);
        await accounts.Authenticator.SignInAsync(TestAccounts.Person("nobody", "typed-secret"), client, default);
        await accounts.Authenticator.ChangePasswordAsync(TestAccounts.Person(password: "typed-secret"), "another", client, default);
        (await accounts.SignInAsync(TestAccounts.Person())).ShouldNotBeNull();

        var lines = accounts.Services.GetRequiredService<RecordedAudit>().Lines;
        lines.Select(l => (l.Action, l.ObjectType, l.ObjectId, l.UserId, l.RequestId, l.Details)).ShouldBe(
        [
            ("sign_in.failed", "account", ann.AccountId.ToString(), null, "r-1", null),
            ("sign_in.failed", "account", null, null, "r-1", null),
            ("password_change.failed", "account", ann.AccountId.ToString(), null, "r-1", null),
        ]);
    }
}
