using System.Globalization;
using Actors.Accounts.Sessions;
using Actors.Core.Mail;

namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>Letters to an account's owner about its safety. An account without an address gets none.</summary>
internal static class Notices
{
    public static Letter? Reused(AccountState account, SessionState session, DateTimeOffset at) => To(
        account,
        "A sign-in was ended for your safety",
        $"""
        Somebody used an old sign-in key of your account at {Text(at)}. Only a copy of it can explain that, so the sign-in it belongs to
        (begun at {Text(session.Created)}) was ended.

        If you are signed out on one of your devices, sign in again and change your password.
        """);

    public static Letter? PasswordChanged(AccountState account, DateTimeOffset at) => To(
        account,
        "Your password was changed",
        $"""
        The password of your account was changed at {Text(at)}, and every other sign-in was ended.

        If that was not you, write to those who run this service.
        """);

    public static Letter? Reset(AccountState account, string link, TimeSpan lifetime) => To(
        account,
        "Choose a new password",
        $"""
        Somebody asked for a new password for your account. If that was you, choose one within {lifetime.TotalMinutes:0} minutes:

        {link}

        If it was not you, nothing has happened, and you need do nothing.
        """);

    private static Letter? To(AccountState account, string subject, string text) =>
        account.Email is { } address ? new Letter(address, subject, text) : null;

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
