using System.Globalization;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using Actors.Core.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using SmtpClient = MailKit.Net.Smtp.SmtpClient;

namespace Actors.Hosting.Mail;

/// <summary>Hands letters to a mail server, each over a connection of its own.</summary>
internal sealed class SmtpMailer(SmtpServer server, MailAddress from, TimeProvider timeProvider) : IMailer
{
    /// <summary>The time for one letter, from the connection to the server's word that it has it. Shorter than the outbox's time for an attempt.</summary>
    public static readonly TimeSpan LongestTalk = TimeSpan.FromSeconds(45);

    // The second digit 5 is about mail (RFC 5321, 4.2.1): others are about the connection, the syntax or signing in, which an operator mends.
    private const int FirstPermanent = 550;
    private const int LastPermanent = 559;

    /// <summary>Who vouches for a server's certificate, other than the machine's authorities; tests have their own.</summary>
    internal RemoteCertificateValidationCallback? Vouching { get; init; }

    public async Task<MailOutcome> SendAsync(string id, Letter letter, CancellationToken cancellationToken)
    {
        using var message = LetterMessage.Of(id, letter, from, timeProvider.GetUtcNow());
        using var limit = new CancellationTokenSource(LongestTalk, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = Client();
            await ConnectAsync(client, either.Token).ConfigureAwait(false);
            // A server of today that cannot write to such an address will not be able to tomorrow.
            if (LetterMessage.NeedsUtf8(letter) && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8)) return MailOutcome.Refused;
            await client.SendAsync(LetterMessage.FormatFor(letter), message, either.Token).ConfigureAwait(false);
            await LeaveAsync(client, either.Token).ConfigureAwait(false);
            return MailOutcome.Sent;
        }
        catch (SmtpCommandException refusal)
        {
            return IsForGood(refusal) ? MailOutcome.Refused : throw new MailFailedException(
                string.Create(CultureInfo.InvariantCulture, $"The mail server {server} answered {(int)refusal.StatusCode} to a letter."));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new MailFailedException($"The mail server {server} took longer than {LongestTalk.TotalSeconds:0} s for a letter.");
        }
        catch (Exception failure) when (IsOfConnection(failure))
        {
            // Its own message may repeat an address.
            throw new MailFailedException($"{Told(failure)} ({failure.GetType().Name}).");
        }
    }

    private SmtpClient Client()
    {
        // Revocation lists come from hosts that a mail server's network need not reach.
        var client = new SmtpClient { CheckCertificateRevocation = false };
#pragma warning disable CA5359 // without a demand for encryption the letter would go in plain text: any certificate is better than none (RFC 7435)
        client.ServerCertificateValidationCallback = server.IsEncryptionDemanded ? Vouching : static (_, _, _, _) => true;
#pragma warning restore CA5359
        return client;
    }

    private async Task ConnectAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        await client.ConnectAsync(server.Host, server.Port, server.Encryption, cancellationToken).ConfigureAwait(false);
        if (server is { User: { } user, Password: { } password }) await client.AuthenticateAsync(user, password, cancellationToken).ConfigureAwait(false);
    }

    // The server has the letter by now: a goodbye that fails must not have it sent again.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is OperationCanceledException || IsOfConnection(failure))
        {
        }
    }

    // Only what a server says about this recipient or this letter: a failed sign-in or a missing certificate is for the operator to mend.
    private static bool IsForGood(SmtpCommandException refusal) =>
        refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted && (int)refusal.StatusCode is >= FirstPermanent and <= LastPermanent;

    private string Told(Exception failure) => failure switch
    {
        AuthenticationException or ServiceNotAuthenticatedException => $"The mail server {server} demands a sign-in, or refuses that of SMTP_USER",
        SslHandshakeException => $"The mail server {server} has no certificate that can be trusted, or speaks no TLS",
        NotSupportedException => $"The mail server {server} offers no encryption or no sign-in, which is demanded",
        _ => $"The mail server {server} cannot be reached, or breaks off",
    };

    private static bool IsOfConnection(Exception failure) =>
        failure is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or NotSupportedException or InvalidOperationException
            or IOException or SocketException or TimeoutException;
}
