using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>
/// Converts RDFa to things: typeof starts a thing, about names it, property gives it a value, and rel relates it to the next nested thing.
/// </summary>
internal sealed class RdfaReader(FetchedPage page, RdfaNames names)
{
    private sealed record Place(IElement Element, SchemaThing? Subject, IReadOnlyList<string> Waiting, bool Vocabulary);

    private readonly Dictionary<string, SchemaThing> _named = new(StringComparer.Ordinal);
    private readonly List<SchemaThing> _things = [];
    private readonly Uri _start = page.Base;

    /// <summary>All things, in page order.</summary>
    public IReadOnlyList<SchemaThing> Read(IElement root)
    {
        var waiting = new Stack<Place>([new(root, null, [], false)]);
        for (var left = ExtractionLimits.Values; left > 0 && waiting.TryPop(out var place); left--)
        {
            var below = Visit(place);
            foreach (var child in place.Element.Children.Reverse())
                waiting.Push(below with { Element = child });
        }
        return _things;
    }

    private Place Visit(Place at)
    {
        var element = at.Element;
        var vocabulary = element.GetAttribute("vocab") is { } own ? RdfaNames.IsKnown(own) : at.Vocabulary;
        var properties = names.Of(element.GetAttribute("property"), vocabulary);
        var relations = names.Of(element.GetAttribute("rel"), vocabulary);
        if (Thing(element, vocabulary) is { } thing)
        {
            foreach (var name in properties.Concat(relations).Concat(at.Waiting))
                at.Subject?.Add(name, thing);
            return new(element, thing, [], vocabulary);
        }
        if (at.Subject is { } subject)
        {
            foreach (var name in properties)
                subject.Add(name, Value(element, name, relations.Count > 0));
            foreach (var name in relations.Where(_ => Target(element) is not null))
                subject.Add(name, Linked(element));
        }
        var open = relations.Count > 0 && Target(element) is null ? relations : at.Waiting;
        return new(element, at.Subject, open, vocabulary);
    }

    private SchemaThing? Thing(IElement element, bool vocabulary)
    {
        var about = element.GetAttribute("about");
        if (!element.HasAttribute("typeof") && about is null)
            return null;
        var thing = Named(about ?? element.GetAttribute("resource"));
        thing.Types.AddRange(names.Of(element.GetAttribute("typeof"), vocabulary));
        return thing;
    }

    private SchemaThing Named(string? id)
    {
        if (id is not null && _named.TryGetValue(id, out var known))
            return known;
        var thing = new SchemaThing { Id = id };
        if (_things.Count < ExtractionLimits.Things)
            _things.Add(thing);
        if (id is not null)
            _named[id] = thing;
        return thing;
    }

    private SchemaValue Linked(IElement element) =>
        Target(element) is ['#' or '_', ..] id ? Named(id) : new SchemaText(WebAddress.Resolve(_start, Target(element)) ?? "");

    private SchemaValue Value(IElement element, string name, bool isText)
    {
        if ((element.GetAttribute("content") ?? element.GetAttribute("datetime")) is { } written)
            return new SchemaText(written);
        var words = isText || MicrodataReader.TextProperties.Contains(name) || Target(element) is null;
        return words ? new SchemaText(HtmlText.Of(element)) : Linked(element);
    }

    private static string? Target(IElement element) => element.GetAttribute("resource") ?? element.GetAttribute("href") ?? element.GetAttribute("src");
}
