using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using Actors.Core.Mail;
using MimeKit;
using ContentType = MimeKit.ContentType;

namespace Actors.Hosting.Mail;

/// <summary>Letters as mail messages.</summary>
internal static class LetterMessage
{
    private const int NameBytes = 16;

    /// <summary>The message of a letter; its <c>Message-ID</c> follows from the id.</summary>
    public static MimeMessage Of(string id, Letter letter, MailAddress from, DateTimeOffset now)
    {
        LetterRules.Check(letter);
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = now,
            MessageId = $"{Name(id)}@{MailboxAddress.EncodeAddrspec(from.Host)}",
            Body = Body(letter),
        };
        message.From.Add(new MailboxAddress(from.DisplayName, from.Address));
        message.To.Add(new MailboxAddress(null, letter.To));
        // Programs that answer letters by themselves (holiday notes) leave this one alone (RFC 3834).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        foreach (var header in letter.Headers ?? []) message.Headers.Add(header.Name, Encoding.UTF8, header.Value);
        return message;
    }

    /// <summary>A name made of an id, good for a file and a header whatever the id consists of.</summary>
    public static string Name(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, NameBytes));

    /// <summary>How headers are written: UTF-8 itself only for an address that cannot be written without it.</summary>
    public static FormatOptions FormatFor(Letter letter)
    {
        var format = FormatOptions.Default.Clone();
        (format.NewLineFormat, format.International) = (NewLineFormat.Dos, NeedsUtf8(letter));
        return format;
    }

    /// <summary>Whether the part before the @ is not ASCII; a domain always has an ASCII form.</summary>
    public static bool NeedsUtf8(Letter letter) => !Ascii.IsValid(letter.To.AsSpan(0, letter.To.LastIndexOf('@')));

    private static MimeEntity Body(Letter letter)
    {
        var body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html };
        foreach (var file in letter.Attachments ?? [])
            body.Attachments.Add(file.Name, file.Content.ToArray(), ContentType.Parse(file.ContentType));
        return body.ToMessageBody();
    }
}
