using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Actors.Web.Reading;

/// <summary>Converts a body to valid UTF-8. Like Python's json it accepts UTF-8, UTF-16 and UTF-32, with or without a byte order mark.</summary>
internal static class JsonText
{
    private static readonly UTF32Encoding s_utf32Little = new(false, true, true);
    private static readonly UTF32Encoding s_utf32Big = new(true, true, true);
    private static readonly UnicodeEncoding s_utf16Little = new(false, true, true);
    private static readonly UnicodeEncoding s_utf16Big = new(true, true, true);

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text as UTF-8 without a byte order mark; null if it is not valid in its encoding.</summary>
    public static ReadOnlyMemory<byte>? ToUtf8(ReadOnlyMemory<byte> raw)
    {
        var bytes = raw.Span;
        if (bytes.StartsWith(Utf8Mark))
        {
            raw = raw[Utf8Mark.Length..];
        }
        else if (WideEncodingOf(bytes) is { } wide)
        {
            return Transcode(wide, bytes);
        }

        // An explicit default: a bare null would convert to empty memory.
        return Utf8.IsValid(raw.Span) ? raw : default(ReadOnlyMemory<byte>?);
    }

    /// <summary>False if an escape sequence is a lone surrogate.</summary>
    public static bool HasNoLoneSurrogates(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0)
        {
            return true;
        }

        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            return AllTextsRead(ref reader);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool AllTextsRead(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
            {
                _ = reader.GetString();
            }
        }

        return true;
    }

    // JSON begins with ASCII characters, so the positions of zero bytes reveal the encoding.
    private static Encoding? WideEncodingOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] => s_utf32Big,
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => s_utf32Little,
        [0xFE, 0xFF, ..] or [0, not 0, ..] => s_utf16Big,
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => s_utf16Little,
        _ => null,
    };

    private static ReadOnlyMemory<byte>? Transcode(Encoding wide, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = wide.GetString(bytes).TrimStart('\uFEFF');
            return Encoding.UTF8.GetBytes(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
