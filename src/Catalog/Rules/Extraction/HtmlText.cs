using System.Text;
using AngleSharp.Dom;

namespace Actors.Catalog.Rules.Extraction;

/// <summary>The visible text below a node, with line breaks where the page has them. Iterative: depth costs no stack.</summary>
internal static class HtmlText
{
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        var node = root.FirstChild;
        while (node is not null && text.Length < ExtractionLimits.PageChars)
        {
            Append(text, node);
            node = (Hidden(node) ? null : node.FirstChild) ?? After(node, root, text);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, INode node)
    {
        if (node is IText words)
            text.Append(words.Data.Replace('\n', ' ').Replace('\r', ' '));
        else if (node is IElement element && Breaks(element))
            text.Append('\n');
    }

    private static INode? After(INode node, INode root, StringBuilder text)
    {
        while (node != root)
        {
            if (node is IElement element && Breaks(element))
                text.Append('\n');
            if (node.NextSibling is { } next)
                return next;
            node = node.Parent ?? root;
        }
        return null;
    }

    private static bool Breaks(IElement element) =>
        element.LocalName is "br" or "p" or "div" or "li" or "ul" or "ol" or "tr" or "h1" or "h2" or "h3" or "h4" or "section" or "article" or "blockquote";

    private static bool Hidden(INode node) => node is IElement { LocalName: "script" or "style" or "template" or "noscript" };
}
