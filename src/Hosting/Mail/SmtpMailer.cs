using System.Net;
using System.Net.Mail;
using Actors.Core.Mail;

namespace Actors.Hosting.Mail;

/// <summary>Hands letters to a mail server, each over a connection of its own.</summary>
internal sealed class SmtpMailer(SmtpServer server, MailAddress from) : IMailer
{
    private const int FirstPermanent = 500;
    private const int LastPermanent = 599;

    public async Task<MailOutcome> SendAsync(string id, Letter letter, CancellationToken cancellationToken)
    {
        using var client = Client(letter);
        using var message = MailText.Of(id, letter, from);
        try
        {
            await client.SendMailAsync(message, cancellationToken).ConfigureAwait(false);
            return MailOutcome.Sent;
        }
        catch (SmtpException exception)
        {
            return IsForGood(exception) ? MailOutcome.Refused : throw Failure(exception);
        }
    }

    private SmtpClient Client(Letter letter)
    {
        var client = new SmtpClient(server.Host, server.Port) { EnableSsl = server.Encrypted, DeliveryFormat = MailText.FormatFor(letter) };
        if (server.User is not null) client.Credentials = new NetworkCredential(server.User, server.Password);
        return client;
    }

    // Only what a server says about this recipient or this letter: a failed sign-in or a missing certificate is for the operator to mend.
    private static bool IsForGood(SmtpException exception) =>
        exception is SmtpFailedRecipientException
            ? (int)exception.StatusCode is >= FirstPermanent and <= LastPermanent
            : exception.StatusCode is SmtpStatusCode.TransactionFailed or SmtpStatusCode.ExceededStorageAllocation;

    private MailFailedException Failure(SmtpException exception) => exception.StatusCode == SmtpStatusCode.GeneralFailure
        ? new MailFailedException($"The mail server {server} cannot be reached, or breaks off ({exception.GetBaseException().GetType().Name}).")
        : new MailFailedException($"The mail server {server} answered {(int)exception.StatusCode} to a letter.");
}
