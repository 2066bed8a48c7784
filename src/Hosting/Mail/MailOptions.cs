using System.Net.Mail;
using Actors.Core.Configuration;
using Actors.Core.Startup;

namespace Actors.Hosting.Mail;

/// <summary>How letters go out.</summary>
/// <param name="Server">The mail server; null writes files.</param>
/// <param name="From">The sender.</param>
/// <param name="Folder">Where files go.</param>
internal sealed record MailOptions(SmtpServer? Server, MailAddress From, string Folder)
{
    private const string FolderName = "outbox";
    private const string DefaultFrom = "actors@localhost";

    /// <summary>Says at start where letters go; not who signs in there.</summary>
    public StartLine Line => new("mail", Server is null ? $"files in {Folder}" : $"{Server}");

    /// <summary>Reads <c>SMTP_HOST</c>, <c>SMTP_PORT</c>, <c>SMTP_USER</c>, <c>SMTP_PASSWORD</c> and <c>MAIL_FROM</c>.</summary>
    public static MailOptions Read(Settings settings, string dataDirectory)
    {
        var server = SmtpServer.Read(settings);
        return new MailOptions(server, ReadFrom(settings, required: server is not null), Path.Combine(dataDirectory, FolderName));
    }

    private static MailAddress ReadFrom(Settings settings, bool required)
    {
        var text = settings.Text("MAIL_FROM");
        if (text is null && required) settings.Problems.Add("MAIL_FROM", "is needed when SMTP_HOST is set: the address letters come from.");
        if (MailAddress.TryCreate(text ?? DefaultFrom, out var from) && !from.ToString().Any(char.IsControl)) return from;
        settings.Problems.Add("MAIL_FROM", "is not an address such as \"Events <noreply@example.com>\".");
        return new MailAddress(DefaultFrom);
    }
}
