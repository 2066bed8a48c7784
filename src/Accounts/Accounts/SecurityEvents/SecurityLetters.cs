using System.Globalization;
using Actors.Accounts.Sessions;
using Actors.Core.Mail;

namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>Letters to an account's owner about security events. An account without an address gets none.</summary>
internal static class SecurityLetters
{
    public static Letter? Reused(AccountState account, SessionState session, DateTimeOffset at, MailLanguage language) => To(
        account,
        language.Choose("Вход завершён ради вашей безопасности", "A sign-in was ended for your safety"),
        language.Choose(
            $"""
            {Text(at)} кто-то использовал старый ключ входа в ваш аккаунт. Это возможно, только если ключ скопировали, поэтому вход, которому он
            принадлежит (начат {Text(session.Created)}), завершён.

            Если на одном из ваших устройств вход прекратился, войдите снова и смените пароль.
            """,
            $"""
            An old sign-in key of your account was used at {Text(at)}. That is possible only if the key was copied, so the sign-in it belongs to
            (begun at {Text(session.Created)}) was ended.

            If you are signed out on one of your devices, sign in again and change your password.
            """));

    public static Letter? PasswordChanged(AccountState account, DateTimeOffset at, MailLanguage language) => To(
        account,
        language.Choose("Ваш пароль изменён", "Your password was changed"),
        language.Choose(
            $"""
            Пароль вашего аккаунта изменён {Text(at)}, и все остальные входы завершены.

            Если это были не вы, напишите тем, кто ведёт этот сервис.
            """,
            $"""
            The password of your account was changed at {Text(at)}, and every other sign-in was ended.

            If that was not you, write to those who run this service.
            """));

    public static Letter? Reset(AccountState account, string link, TimeSpan lifetime, MailLanguage language) => To(
        account,
        language.Choose("Выберите новый пароль", "Choose a new password"),
        language.Choose(
            $"""
            Для вашего аккаунта запросили новый пароль. Если это были вы, выберите его в течение {lifetime.TotalMinutes:0} минут:

            {link}

            Если это были не вы, ничего делать не нужно: пароль не изменился.
            """,
            $"""
            A new password was requested for your account. If you requested it, choose one within {lifetime.TotalMinutes:0} minutes:

            {link}

            If you did not, you need do nothing: your password has not changed.
            """));

    private static Letter? To(AccountState account, string subject, string text) =>
        account.Email is { } address ? new Letter(address, subject, text) : null;

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
