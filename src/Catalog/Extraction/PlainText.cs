using System.Net;
using System.Text;

namespace Actors.Catalog.Extraction;

/// <summary>Converts page text to plain text: decodes entities, drops markup, collapses white space. Empty text becomes null.</summary>
internal static class PlainText
{
    /// <summary>As one line, for names and places.</summary>
    public static string? Line(string? text) =>
        Cut(string.Join(' ', WithoutMarkup(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), ExtractionLimits.Text);

    /// <summary>With line breaks, for descriptions.</summary>
    public static string? Paragraphs(string? text)
    {
        var lines = WithoutMarkup(text).Split('\n').Select(l => string.Join(' ', l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return Cut(string.Join('\n', lines.Where(l => l.Length > 0)), ExtractionLimits.Description);
    }

    private static string WithoutMarkup(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "";
        text = text.Length > ExtractionLimits.Description * 4 ? text[..(ExtractionLimits.Description * 4)] : text;
        if (!text.Contains('<', StringComparison.Ordinal))
            return Clean(WebUtility.HtmlDecode(text));
        return Clean(HtmlGuard.Parse(text) is { Body: { } body } ? HtmlText.Of(body) : text);
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' || !Rune.IsControl(rune))
                clean.Append(rune);
            else
                clean.Append(' ');
        }
        return clean.ToString();
    }

    private static string? Cut(string text, int length)
    {
        if (text.Length == 0)
            return null;
        if (text.Length <= length)
            return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }
}
