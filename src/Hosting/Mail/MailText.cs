using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Actors.Core.Mail;

namespace Actors.Hosting.Mail;

/// <summary>Letters as mail messages.</summary>
internal static class MailText
{
    private const int NameBytes = 16;

    /// <summary>The message of a letter; its <c>Message-ID</c> follows from the id.</summary>
    public static MailMessage Of(string id, Letter letter, MailAddress from)
    {
        LetterRules.Check(letter);
        var message = new MailMessage(from, new MailAddress(letter.To))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{Name(id)}@{from.Host}>");
        // Programs that answer letters by themselves (holiday notes) leave this one alone (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>A name made of an id, good for a file and a header whatever the id consists of.</summary>
    public static string Name(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, NameBytes));

    /// <summary>How headers are written: UTF-8 itself only for an address that cannot be written without it.</summary>
    public static SmtpDeliveryFormat FormatFor(Letter letter) =>
        Ascii.IsValid(letter.To.AsSpan(0, letter.To.LastIndexOf('@'))) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International;
}
