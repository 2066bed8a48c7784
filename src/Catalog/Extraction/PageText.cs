using System.Text;
using Actors.Catalog.Extraction.Encodings;

namespace Actors.Catalog.Extraction;

/// <summary>
/// Decodes a page by its byte order mark, else the charset of Content-Type, else the charset in the page, else UTF-8. Unknown labels are ignored.
/// </summary>
internal static class PageText
{
    private const int FirstBytes = 1_024, FewestUnreadable = 3;
    private const char Unreadable = '\uFFFD';

    public static string Decode(ReadOnlySpan<byte> body, string? contentType) => body switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(IsCalendar(rest) ? Unfolded(rest) : rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => (FromContentType(contentType, body) ?? (IsMarkup(body) ? CharsetPrescan.Find(body) : null) ?? EncodingLabels.Utf8)
            .Decode(IsCalendar(body) ? Unfolded(body) : body),
    };

    /// <summary>Whether many non-ASCII characters could not be decoded, so that the declared encoding is wrong.</summary>
    public static bool IsGarbled(string text)
    {
        var (unreadable, readable) = (0, 0);
        foreach (var c in text)
        {
            unreadable += c == Unreadable ? 1 : 0;
            readable += c > '\u007F' && c != Unreadable ? 1 : 0;
        }
        return (unreadable >= FewestUnreadable && unreadable >= readable) || text.AsSpan().Trim() is [Unreadable];
    }

    public static bool HasUnreadable(string? text) => text?.Contains(Unreadable, StringComparison.Ordinal) ?? false;

    // UTF-16 has zero bytes in ASCII text, which every page contains. Without one the label is wrong.
    private static PageEncoding? FromContentType(string? contentType, ReadOnlySpan<byte> body)
    {
        var encoding = EncodingLabels.Find(Charset(contentType));
        return encoding is { IsUtf16: true } && !body[..Math.Min(body.Length, FirstBytes)].Contains((byte)0) ? null : encoding;
    }

    private static ReadOnlySpan<char> Charset(string? contentType)
    {
        foreach (var part in contentType.AsSpan().Split(';'))
        {
            var parameter = contentType.AsSpan(part);
            var equals = parameter.IndexOf('=');
            if (equals > 0 && parameter[..equals].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].Trim().Trim("\"'");
        }
        return default;
    }

    // JSON and calendars may contain HTML strings, whose meta elements do not describe the document.
    private static bool IsMarkup(ReadOnlySpan<byte> body) => body.TrimStart("\t\r\n "u8) is not [(byte)'{' or (byte)'[', ..] && !IsCalendar(body);

    private static bool IsCalendar(ReadOnlySpan<byte> body) => body.TrimStart("\t\r\n "u8).StartsWith("BEGIN:"u8);

    // A calendar may fold a line inside a multi-byte character (RFC 5545, 3.1), so lines are unfolded before decoding.
    private static byte[] Unfolded(ReadOnlySpan<byte> body)
    {
        var (unfolded, length) = (new byte[body.Length], 0);
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n');
            var isFold = end >= 0 && body[(end + 1)..] is [(byte)' ' or (byte)'\t', ..];
            var line = end < 0 ? body : isFold ? body[..end] : body[..(end + 1)];
            if (isFold && line is [.. var text, (byte)'\r'])
                line = text;
            line.CopyTo(unfolded.AsSpan(length));
            length += line.Length;
            body = end < 0 ? default : body[(isFold ? end + 2 : end + 1)..];
        }
        return unfolded[..length];
    }
}
