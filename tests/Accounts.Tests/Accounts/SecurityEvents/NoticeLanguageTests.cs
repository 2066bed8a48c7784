using Actors.Accounts.Tests.Kit;
using Actors.Core.Mail;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Accounts.Tests.Accounts.SecurityEvents;

public sealed class NoticeLanguageTests
{
    [Theory]
    [InlineData("ru", "Ваш пароль изменён", "Вход завершён")]
    [InlineData("en", "Your password was changed", "A sign-in was ended")]
    public async Task Letters_are_in_the_configured_language(string language, string changed, string ended)
    {
        await using var accounts = await TestAccounts.StartAsync(
            new ManualTimeProvider(), services => services.AddSingleton(language == "en" ? MailLanguage.English : MailLanguage.Russian));
        var ann = await accounts.RegisterAsync();
        var change = await accounts.Authenticator.ChangePasswordAsync(TestAccounts.Person(), TestAccounts.Person().Password, TestAccounts.Client(), default);
        var next = await accounts.RefreshAsync(change.Tokens!.RefreshToken);
        await accounts.RefreshAsync(next!.RefreshToken);
        await accounts.RefreshAsync(change.Tokens.RefreshToken);

        var letters = await Letters.OfAsync(accounts, ann.AccountId);

        letters.Length.ShouldBe(2);
        letters.ShouldContain(letter => letter.Contains(changed, StringComparison.Ordinal));
        letters.ShouldContain(letter => letter.Contains(ended, StringComparison.Ordinal));
    }
}
