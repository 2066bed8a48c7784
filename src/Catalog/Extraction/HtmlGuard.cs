using System.Collections.Frozen;

namespace Actors.Catalog.Extraction;

/// <summary>
/// Refuses markup that would make an HTML parser quadratic: each open tag is checked against all open elements, so a megabyte of
/// unclosed tags costs minutes (measured: 800 thousand open div elements, more than 15 s). One linear pass over the text, without building anything.
/// </summary>
internal static class HtmlGuard
{
    // Elements that are empty or that the parser closes by itself, so that leaving them open nests nothing.
    private static readonly FrozenSet<string> s_flat = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "tr", "td", "th", "tbody", "thead", "tfoot", "html", "head", "body");

    public static bool TooDeep(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closing = html[at + 1] == '/';
            var name = Name(html, closing ? at + 2 : at + 1);
            if (name.Length == 0 || s_flat.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                continue;
            depth = closing ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > ExtractionLimits.HtmlDepth)
                return true;
            if (!closing && name is "script" or "style")
                at = Math.Max(at, html.IndexOf("</", at + 1, StringComparison.Ordinal) - 1);
        }
        return false;
    }

    private static ReadOnlySpan<char> Name(string html, int start)
    {
        var end = start;
        while (end < html.Length && end - start < 32 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html.AsSpan(start, end - start);
    }
}
