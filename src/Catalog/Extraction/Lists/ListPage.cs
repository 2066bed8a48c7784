using System.Text.Json;
using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>The page that a rule is applied to, and the JSON around it when there is one.</summary>
internal sealed record ListPage(FetchedPage Page, JsonElement Json)
{
    // What stands once on a page is asked for by each of its items.
    private readonly Dictionary<(IElement, FieldRule), string?> _known = [];

    /// <summary>The text that a field's first fitting alternative gives for an item.</summary>
    public string? Text(ListRule rule, string field, IElement? item)
    {
        foreach (var one in rule.Of(field))
        {
            if (Text(one, item) is { } text)
                return text;
        }
        return null;
    }

    /// <summary>A field of JSON by its path; null when there is none.</summary>
    public static string? JsonAt(JsonElement root, string path)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
            root = JsonText.Object(root, name);
        return JsonText.Text(root, names[^1]);
    }

    private string? Text(FieldRule rule, IElement? item)
    {
        if (rule.Value is not null || rule.Json is not null)
            return Cut(rule, rule.Value ?? JsonAt(Json, rule.Json!));
        var around = rule.Within is { } within ? item is null ? Page.Html?.QuerySelector(within) : item.Closest(within) : item ?? Page.Html?.DocumentElement;
        if (around is null)
            return null;
        if (!_known.TryGetValue((around, rule), out var text))
            _known[(around, rule)] = text = Find(rule, around);
        return text;
    }

    private static string? Find(FieldRule rule, IElement around)
    {
        var found = rule.Select is { } select ? around.QuerySelectorAll(select) : Enumerable.Repeat(around, 1);
        return found.Take(ExtractionLimits.Links)
            .Select(e => Cut(rule, rule.Attribute is { } attribute ? Attribute(e, attribute) : HtmlText.Of(e)))
            .FirstOrDefault(t => t is not null);
    }

    // Within SVG the parser knows xlink:href as an href of another namespace.
    private static string? Attribute(IElement element, string name) =>
        element.GetAttribute(name) ?? element.Attributes.FirstOrDefault(a => a.NamespaceUri is not null && a.LocalName == name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..])?.Value;

    private static string? Cut(FieldRule rule, string? written)
    {
        var text = PlainText.Line(written);
        if (text is not null && rule.Match is { } match)
            text = match.Match(text) is { Success: true } hit ? PlainText.Line(hit.Groups.Count > 1 ? hit.Groups[1].Value : hit.Value) : null;
        return text is not null && rule.Not?.IsMatch(text) == true ? null : text;
    }
}
