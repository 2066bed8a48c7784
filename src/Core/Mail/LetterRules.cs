using System.Buffers;
using System.Net.Http.Headers;
using System.Net.Mail;
using System.Text;

namespace Actors.Core.Mail;

/// <summary>Validates letters. Line breaks in headers are refused because they could add headers and recipients.</summary>
public static class LetterRules
{
    /// <summary>Maximum length of an address (RFC 5321: a path of 254 bytes).</summary>
    public const int MaxAddress = 254;

    /// <summary>Maximum length of a subject, in characters.</summary>
    public const int MaxSubject = 200;

    /// <summary>Maximum length of the plain text and of the HTML, in characters.</summary>
    public const int MaxBody = 1_000_000;

    /// <summary>Maximum number of additional headers.</summary>
    public const int MaxHeaders = 20;

    /// <summary>Maximum length of a header name, in characters.</summary>
    public const int MaxHeaderName = 70;

    /// <summary>Maximum length of a header value, in characters.</summary>
    public const int MaxHeaderValue = 900;

    /// <summary>Maximum number of attachments.</summary>
    public const int MaxAttachments = 10;

    /// <summary>Maximum length of a file name, in characters.</summary>
    public const int MaxFileName = 120;

    /// <summary>Maximum size of all attachments together, in bytes. The outbox stores them as base64.</summary>
    public const int MaxAttachmentBytes = 2 * 1024 * 1024;

    // Visible ASCII except the colon (RFC 5322, 2.2).
    private static readonly SearchValues<char> s_headerName = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => c != ':')]);

    // Headers that the mailer sets itself, and headers that add recipients or forge the sender or the route.
    private static readonly HashSet<string> s_reservedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "Sender", "To", "Cc", "Bcc", "Apparently-To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Received", "Return-Path",
        "Delivered-To", "Disposition-Notification-To", "Return-Receipt-To",
    };

    private static readonly string[] s_reservedPrefixes = ["Content-", "Resent-", "DKIM-", "ARC-"];

    /// <summary>Throws if a letter is not valid.</summary>
    /// <exception cref="ArgumentException">The letter is not valid. The message contains nothing of the letter.</exception>
    public static void Check(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        Require(IsPlainAddress(letter.To), "A letter goes to one plain address.");
        Require(IsLine(letter.Subject, MaxSubject), "The subject of a letter is one line.");
        Require(letter.Text is { Length: <= MaxBody } && letter.Html is null or { Length: <= MaxBody }, "The text of a letter is too long.");
        CheckHeaders(letter.Headers ?? []);
        CheckAttachments(letter.Attachments ?? []);
    }

    /// <summary>True for one e-mail address without a display name.</summary>
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
        Require(files.All(file => IsMediaType(file.ContentType)), "The content type of an attachment is not valid.");
    }

    private static bool IsHeaderName(string? name) =>
        name is { Length: > 0 and <= MaxHeaderName } && !name.AsSpan().ContainsAnyExcept(s_headerName) && !s_reservedHeaders.Contains(name)
        && !Array.Exists(s_reservedPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    // Mail programs would show a multipart or message/* attachment as part of the letter instead of as a file.
    private static bool IsMediaType(string? text) =>
        IsLine(text, MaxHeaderValue) && Ascii.IsValid(text) && MediaTypeHeaderValue.TryParse(text, out var type)
        && !type.MediaType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && !type.MediaType.StartsWith("message/", StringComparison.OrdinalIgnoreCase);

    // Some mail programs treat U+2028 and U+2029 as line breaks; they are not control characters.
    private static bool IsLine(string? text, int most) =>
        text is { Length: > 0 } && text.Length <= most && !string.IsNullOrWhiteSpace(text) && !text.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    private static void Require(bool holds, string sentence)
    {
        if (!holds) throw new ArgumentException(sentence);
    }
}
