using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Actors.Catalog.Extraction;

/// <summary>
/// Parses HTML and gives up on markup that nests so deeply that the parser becomes quadratic: each tag is checked against all open elements,
/// so a megabyte of unclosed tags costs minutes. The depth is that of the tree under construction, because only the parser knows which tags
/// nest, which close others and which are empty.
/// </summary>
internal static class HtmlGuard
{
    /// <summary>The document; null when its elements nest deeper than <see cref="ExtractionLimits.HtmlDepth"/>, or are too many.</summary>
    public static IDocument? Parse(string html)
    {
        var depth = new TreeDepth();
        // Nothing but an exception from its callback stops the parser.
        try
        {
            return new HtmlParser(new HtmlParserOptions { OnCreated = (element, _) => depth.Check(element) }).ParseDocument(html);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>
    /// The depth of each element as it is created. An element is in the tree only after the callback, so the one before is measured: on a
    /// path of open elements that is cut and extended, so that its ancestors are walked again only when the parser has moved it.
    /// </summary>
    private sealed class TreeDepth
    {
        private readonly List<INode> _path = [];
        private INode? _last;
        private int _left = ExtractionLimits.HtmlElements;

        public void Check(INode created)
        {
            if (_last is { Parent: { } parent })
                Extend(parent, _last);
            if (_path.Count > ExtractionLimits.HtmlDepth || _left-- <= 0)
                throw new OperationCanceledException();
            _last = created;
        }

        private void Extend(INode parent, INode node)
        {
            var at = _path.LastIndexOf(parent);
            _path.RemoveRange(at + 1, _path.Count - at - 1);
            if (at < 0)
                _path.AddRange(Ancestors(node).Reverse());
            _path.Add(node);
        }

        private static IEnumerable<INode> Ancestors(INode node)
        {
            for (var at = node.Parent; at is IElement; at = at.Parent)
                yield return at;
        }
    }
}
