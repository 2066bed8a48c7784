using Actors.Accounts.Accounts;
using Actors.Core.Configuration;

namespace Actors.Accounts.Tests.PasswordReset;

public sealed class ResetLinkTests
{
    [Theory]
    [InlineData("https://events.example/", "https://events.example/auth/reset-password#token=secret")]
    [InlineData("https://events.example/app", "https://events.example/app/auth/reset-password#token=secret")]
    public void The_token_is_in_the_fragment(string root, string link) =>
        new ResetLink(new PublicUrl(new Uri(root))).Of("secret").ShouldBe(link);
}
