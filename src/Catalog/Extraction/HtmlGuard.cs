using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Actors.Catalog.Extraction;

/// <summary>
/// Parses HTML, but gives up on markup that nests so deeply that the parser becomes quadratic: it checks each tag against all open elements, so a
/// megabyte of unclosed tags takes minutes. The depth is measured in the tree under construction, because only the parser knows which tags nest.
/// </summary>
internal static class HtmlGuard
{
    /// <summary>The document; null if it has too many elements or nests deeper than <see cref="ExtractionLimits.HtmlDepth"/>.</summary>
    public static IDocument? Parse(string html)
    {
        var depth = new TreeDepth();
        // Only an exception from its callback stops the parser.
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
    /// Measures the depth of elements. The parser inserts an element after the callback, so each call measures the previous element. The path of open
    /// elements is reused between calls; ancestors are walked only if the parser moved an element.
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
