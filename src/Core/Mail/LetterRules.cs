using System.Buffers;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Text;

namespace Actors.Core.Mail;

/// <summary>What a letter may consist of. A line break in a header would let its writer add headers and recipients.</summary>
public static class LetterRules
{
    /// <summary>Characters of an address (RFC 5321: 254 bytes of path).</summary>
    public const int MaxAddress = 254;

    /// <summary>Characters of a subject.</summary>
    public const int MaxSubject = 200;

    /// <summary>Characters of the text, and of the HTML.</summary>
    public const int MaxBody = 1_000_000;

    /// <summary>Headers that one letter may add.</summary>
    public const int MaxHeaders = 20;

    /// <summary>Characters of a header's name.</summary>
    public const int MaxHeaderName = 70;

    /// <summary>Characters of a header's value.</summary>
    public const int MaxHeaderValue = 900;

    /// <summary>Files of one letter.</summary>
    public const int MaxAttachments = 10;

    /// <summary>Characters of a file's name.</summary>
    public const int MaxFileName = 120;

    /// <summary>Bytes of all files of a letter. They wait in the outbox as text (base64), in the same commit as what the letter reports.</summary>
    public const int MaxAttachmentBytes = 2 * 1024 * 1024;

    // Visible ASCII but the colon (RFC 5322, 2.2).
    private static readonly SearchValues<char> s_headerName = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => c != ':')]);

    // The mailer's own, and those that add recipients or claim another sender or another path.
    private static readonly HashSet<string> s_ownHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "To", "Cc", "Bcc", "Apparently-To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Received", "Return-Path",
        "Delivered-To", "Disposition-Notification-To", "Return-Receipt-To",
    };

    private static readonly string[] s_ownFamilies = ["Content-", "Resent-", "DKIM-", "ARC-"];

    /// <summary>Refuses a letter that cannot be sent as it is.</summary>
    /// <exception cref="ArgumentException">Something is not allowed in a letter. The message says what, and repeats none of it.</exception>
    public static void Check(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        Require(IsPlainAddress(letter.To), "A letter goes to one plain address.");
        Require(IsLine(letter.Subject, MaxSubject), "The subject of a letter is one line.");
        Require(letter.Text is { Length: <= MaxBody } && letter.Html is null or { Length: <= MaxBody }, "The text of a letter is too long.");
        CheckHeaders(letter.Headers ?? []);
        CheckAttachments(letter.Attachments ?? []);
    }

    /// <summary>One address without a name beside it.</summary>
    public static bool IsPlainAddress(string? text) =>
        text is { Length: > 0 and <= MaxAddress } && !text.Any(char.IsControl)
        && MailAddress.TryCreate(text, out var address) && address.DisplayName.Length == 0 && address.Address == text;

    private static void CheckHeaders(IReadOnlyCollection<LetterHeader> headers)
    {
        Require(headers.Count <= MaxHeaders, "A letter has too many headers.");
        Require(headers.All(header => IsHeaderName(header.Name)), "The name of a header is not allowed in a letter.");
        Require(headers.All(header => IsLine(header.Value, MaxHeaderValue)), "The value of a header is one line.");
        Require(headers.DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase).Count() == headers.Count, "A letter has a header twice.");
    }

    private static void CheckAttachments(IReadOnlyCollection<LetterAttachment> files)
    {
        Require(files.Count <= MaxAttachments && files.Sum(file => (long)file.Content.Length) <= MaxAttachmentBytes, "The attachments of a letter are too large.");
        Require(files.All(file => IsLine(file.Name, MaxFileName) && file.Name.AsSpan().IndexOfAny('/', '\\') < 0), "The name of an attachment is not allowed.");
        Require(files.All(file => IsMediaType(file.ContentType)), "The content type of an attachment is none.");
    }

    private static bool IsHeaderName(string? name) =>
        name is { Length: > 0 and <= MaxHeaderName } && !name.AsSpan().ContainsAnyExcept(s_headerName) && !s_ownHeaders.Contains(name)
        && !Array.Exists(s_ownFamilies, family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase));

    // A message or a message of several parts inside a letter would be read as part of the letter, and not as a file.
    private static bool IsMediaType(string? text) =>
        IsLine(text, MaxHeaderValue) && Ascii.IsValid(text) && MediaTypeHeaderValue.TryParse(text, out var type)
        && !type.MediaType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && !type.MediaType.StartsWith("message/", StringComparison.OrdinalIgnoreCase);

    // The two separators are line breaks to some mail programs, though no control characters.
    private static bool IsLine(string? text, int most) =>
        text is { Length: > 0 } && text.Length <= most && !string.IsNullOrWhiteSpace(text) && !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    private static void Require(bool holds, string sentence)
    {
        if (!holds) throw new ArgumentException(sentence);
    }
}
