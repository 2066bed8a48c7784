using System.Text;
using AngleSharp.Dom;

namespace Actors.Catalog.Extraction;

/// <summary>
/// The visible text below a node, with the page's line breaks. It is iterative, and walks child lists because the library's NextSibling searches
/// linearly.
/// </summary>
internal static class HtmlText
{
    public static string Of(INode root)
    {
        var text = new StringBuilder();
        // A null marks the end of a block element.
        var pending = new Stack<INode?>(root.ChildNodes.Reverse());
        while (pending.TryPop(out var node) && text.Length < ExtractionLimits.PageChars)
        {
            if (node is IText words)
                text.Append(words.Data.Replace('\n', ' ').Replace('\r', ' '));
            else if (node is IElement element && !Hidden(element))
                Enter(element, text, pending);
            else if (node is null)
                text.Append('\n');
        }
        return text.ToString();
    }

    private static void Enter(IElement element, StringBuilder text, Stack<INode?> pending)
    {
        if (Breaks(element))
        {
            text.Append('\n');
            pending.Push(null);
        }
        foreach (var child in element.ChildNodes.Reverse())
            pending.Push(child);
    }

    private static bool Breaks(IElement element) =>
        element.LocalName is "br" or "p" or "div" or "li" or "ul" or "ol" or "tr" or "h1" or "h2" or "h3" or "h4" or "section" or "article" or "blockquote";

    private static bool Hidden(IElement element) => element.LocalName is "script" or "style" or "template" or "noscript";
}
