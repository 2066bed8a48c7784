using Actors.Core.Configuration;
using MailKit.Security;

namespace Actors.Hosting.Mail;

/// <summary>A mail server and how it is spoken to.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port.</param>
/// <param name="User">Who signs in; null when nobody does.</param>
/// <param name="Password">The secret.</param>
internal sealed record SmtpServer(string Host, int Port, string? User, string? Password)
{
    /// <summary>Handing letters to a server that knows us; encrypted.</summary>
    public const int SubmissionPort = 587;

    private const int RelayPort = 25;
    private const int ImplicitTlsPort = 465;
    private const int MaxPort = 65535;

    /// <summary>
    /// Port 465: TLS from the first byte. Other ports: STARTTLS. It is required with <c>SMTP_USER</c> and on the submission port, so a server without
    /// it gets nothing; otherwise it is used where it is offered, for a relay on the same machine or network.
    /// </summary>
    public SecureSocketOptions Encryption { get; init; } =
        Port == ImplicitTlsPort ? SecureSocketOptions.SslOnConnect
        : User is not null || Port == SubmissionPort ? SecureSocketOptions.StartTls
        : SecureSocketOptions.StartTlsWhenAvailable;

    /// <summary>Whether there must be encryption, with a certificate that is checked.</summary>
    public bool IsEncryptionDemanded => Encryption is not SecureSocketOptions.StartTlsWhenAvailable;

    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port}";

    /// <summary>The server the settings name; null when they name none.</summary>
    public static SmtpServer? Read(Settings settings)
    {
        var (host, user, password) = (settings.Text("SMTP_HOST"), settings.Text("SMTP_USER"), settings.Text("SMTP_PASSWORD"));
        var port = settings.Integer("SMTP_PORT", user is null ? RelayPort : SubmissionPort, min: 1, max: MaxPort);
        if (host is not null && Uri.CheckHostName(host) == UriHostNameType.Unknown) settings.Problems.Add("SMTP_HOST", "is not the name of a host.");
        if ((user is null) != (password is null)) settings.Problems.Add("SMTP_PASSWORD", "goes together with SMTP_USER: set both or neither.");
        if (host is null && user is not null) settings.Problems.Add("SMTP_HOST", "is needed when SMTP_USER is set.");
        return host is null ? null : new SmtpServer(host, port, user, password);
    }
}
