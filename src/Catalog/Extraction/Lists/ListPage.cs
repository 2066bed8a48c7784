using System.Text.Json;
using AngleSharp.Dom;

namespace Actors.Catalog.Extraction.Lists;

/// <summary>The page of a list rule, and the JSON that contains it, if any.</summary>
internal sealed record ListPage(FetchedPage Page, JsonElement Json)
{
    // Items of a list often share an ancestor, so found texts are cached.
    private readonly Dictionary<(IElement, FieldRule), string?> _cache = [];

    /// <summary>The text of a field of an item, from the first alternative that matches.</summary>
    public string? Text(ListRule rule, string field, IElement? item)
    {
        foreach (var one in rule.Of(field))
        {
            if (Text(one, item) is { } text)
                return text;
        }
        return null;
    }

    /// <summary>The text at a path; null if there is none.</summary>
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
        var scope = rule.Within is { } within ? item is null ? Page.Html?.QuerySelector(within) : item.Closest(within) : item ?? Page.Html?.DocumentElement;
        if (scope is null)
            return null;
        if (!_cache.TryGetValue((scope, rule), out var text))
            _cache[(scope, rule)] = text = Find(rule, scope);
        return text;
    }

    private static string? Find(FieldRule rule, IElement scope)
    {
        var found = rule.Select is { } select ? scope.QuerySelectorAll(select) : Enumerable.Repeat(scope, 1);
        return found.Take(ExtractionLimits.Links)
            .Select(e => Cut(rule, rule.Attribute is { } attribute ? Attribute(e, attribute) : HtmlText.Of(e)))
            .FirstOrDefault(t => t is not null);
    }

    // In SVG the parser reports xlink:href as href in another namespace.
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
