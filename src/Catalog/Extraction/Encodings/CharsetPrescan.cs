using System.Buffers;
using System.Text;

namespace Actors.Catalog.Extraction.Encodings;

/// <summary>
/// Finds the encoding named by a meta element, else by the XML declaration (the prescan of the HTML Standard). Skips scripts, styles and text
/// elements, because their content may look like tags.
/// </summary>
internal static class CharsetPrescan
{
    // A browser prescans 1,024 bytes and restarts when a later meta element differs; this prescan reads further instead.
    private const int Bytes = 64 * 1024;
    private const string CharsetWord = "charset", EncodingWord = "encoding", Spaces = "\t\n\f\r ";
    private static readonly SearchValues<char> s_labelEnds = SearchValues.Create(Spaces + ";");

    private static readonly string[] s_textElements = ["script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"];

    public static PageEncoding? Find(ReadOnlySpan<byte> body)
    {
        var text = Encoding.Latin1.GetString(body[..Math.Min(body.Length, Bytes)]);
        var scan = new TagScanner(text);
        while (scan.NextTag() is { } name)
        {
            if (name == "meta")
            {
                if (FromMeta(scan) is { } found)
                    return found;
                continue;
            }
            scan.SkipAttributes();
            if (Array.IndexOf(s_textElements, name) >= 0)
                scan.SkipText(name);
        }
        return FromXmlDeclaration(text);
    }

    private static PageEncoding? FromMeta(TagScanner scan)
    {
        var (isPragma, needsPragma) = (false, (bool?)null);
        PageEncoding? encoding = null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (scan.NextAttribute() is var (name, value))
        {
            if (!seen.Add(name))
                continue;
            if (name == "http-equiv")
                isPragma = value.Equals("content-type", StringComparison.OrdinalIgnoreCase);
            else if (name == "charset")
                (encoding, needsPragma) = (EncodingLabels.FindInPage(value), false);
            else if (name == "content" && encoding is null && FromContentType(value) is { } inner)
                (encoding, needsPragma) = (inner, true);
        }
        return needsPragma is null || (needsPragma.Value && !isPragma) ? null : encoding;
    }

    /// <summary>The encoding of <c>text/html; charset=…</c> in a meta element.</summary>
    private static PageEncoding? FromContentType(string content)
    {
        for (var at = content.IndexOf(CharsetWord, StringComparison.OrdinalIgnoreCase); at >= 0; at = content.IndexOf(CharsetWord, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = content.AsSpan(at + CharsetWord.Length).TrimStart(Spaces);
            if (rest is not ['=', ..])
                continue;
            rest = rest[1..].TrimStart(Spaces);
            if (rest is ['"' or '\'', ..])
                return rest[1..].IndexOf(rest[0]) is var end and >= 0 ? EncodingLabels.FindInPage(rest.Slice(1, end)) : null;
            var stop = rest.IndexOfAny(s_labelEnds);
            return EncodingLabels.FindInPage(stop < 0 ? rest : rest[..stop]);
        }
        return null;
    }

    private static PageEncoding? FromXmlDeclaration(string text)
    {
        if (!text.StartsWith("<?xml", StringComparison.Ordinal) || text.IndexOf('>', StringComparison.Ordinal) is not (var end and > 0))
            return null;
        var declaration = text.AsSpan(0, end);
        var at = declaration.IndexOf(EncodingWord, StringComparison.Ordinal);
        var rest = at < 0 ? default : declaration[(at + EncodingWord.Length)..].TrimStart(Spaces);
        if (rest is not ['=', ..])
            return null;
        rest = rest[1..].TrimStart(Spaces);
        return rest is ['"' or '\'', ..] && rest[1..].IndexOf(rest[0]) is var close and >= 0 ? EncodingLabels.FindInPage(rest.Slice(1, close)) : null;
    }
}
