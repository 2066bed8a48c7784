using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Converts HTML microdata to things. Supports itemref, and the content attribute on every element, because pages use it so.</summary>
internal sealed class MicrodataReader(FetchedPage page)
{
    // Text properties: on a link they mean its text, although the standard takes its address.
    public static readonly FrozenSet<string> TextProperties = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "name", "headline", "description", "startDate", "endDate", "price", "streetAddress", "addressLocality", "genre");

    private readonly Uri _start = page.Base;
    private int _left = ExtractionLimits.Values;

    /// <summary>Top-level things, in page order.</summary>
    public List<SchemaThing> Read(IDocument html) =>
        [.. html.QuerySelectorAll("[itemscope]:not([itemprop])").Take(ExtractionLimits.Things).Select(e => Thing(e, []))];

    private SchemaThing Thing(IElement element, HashSet<IElement> parents)
    {
        var thing = new SchemaThing { Id = element.GetAttribute("itemid") };
        thing.Types.AddRange(Tokens(element, "itemtype").Select(SchemaThing.LocalName));
        if (parents.Count >= ExtractionLimits.Depth || !parents.Add(element))
            return thing;
        var roots = Tokens(element, "itemref").Select(id => element.Owner?.GetElementById(id)).OfType<IElement>();
        var pending = new Stack<IElement>(roots.Where(r => r != element).Concat(element.Children).Reverse());
        while (pending.TryPop(out var next) && _left-- > 0)
            Visit(thing, next, pending, parents);
        parents.Remove(element);
        return thing;
    }

    private void Visit(SchemaThing thing, IElement element, Stack<IElement> pending, HashSet<IElement> parents)
    {
        var scope = element.HasAttribute("itemscope");
        var names = Tokens(element, "itemprop");
        if (names.Length > 0)
        {
            var inner = scope ? Thing(element, parents) : null;
            foreach (var name in names)
                thing.Add(SchemaThing.LocalName(name), inner is not null ? inner : new SchemaText(Value(element, SchemaThing.LocalName(name))));
        }
        if (scope)
            return;
        foreach (var child in element.Children.Reverse())
            pending.Push(child);
    }

    private string Value(IElement element, string property)
    {
        if (element.GetAttribute("content") is { } content)
            return content;
        return element.LocalName switch
        {
            "meta" => "",
            "img" or "audio" or "embed" or "iframe" or "source" or "track" or "video" => Address(element, "src", "data-src"),
            "a" or "area" or "link" when !TextProperties.Contains(property) => Address(element, "href"),
            "object" => Address(element, "data"),
            "data" or "meter" => element.GetAttribute("value") ?? HtmlText.Of(element),
            "time" => element.GetAttribute("datetime") ?? HtmlText.Of(element),
            _ => HtmlText.Of(element),
        };
    }

    private string Address(IElement element, params ReadOnlySpan<string> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (WebAddress.Resolve(_start, element.GetAttribute(attribute)) is { } absolute)
                return absolute;
        }
        return "";
    }

    private static string[] Tokens(IElement element, string attribute) =>
        element.GetAttribute(attribute)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
