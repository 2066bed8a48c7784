using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>Reads the field "list" of a source: selectors for pages without semantic markup.</summary>
internal static class ListRuleReader
{
    public static readonly FrozenSet<string> Known = FrozenSet.Create([.. ListRule.Known, "item", "json_html"]);

    public static readonly FrozenSet<string> KnownParts = FrozenSet.Create("value", "json", "within", "select", "attribute", "match", "not");

    public static ListRule? Read(SourceFields source, SourceKind kind)
    {
        var given = source.Has("list");
        if (given != (kind == SourceKind.List))
            source.Problem("list", given ? "belongs to a source of kind list only" : "is missing");
        if (!given)
            return null;
        var fields = source.Object("list");
        fields.RefuseUnknown(Known, "list.");
        fields.Required("item");
        foreach (var required in new[] { ListRule.Title, ListRule.Date }.Where(f => !fields.Has(f)))
            fields.Problem($"list.{required}", "is missing");
        return new(fields.Selector("item") ?? "*", fields.Text("json_html"),
            ListRule.Known.Where(fields.Has).ToFrozenDictionary(name => name, name => fields.Each(name).Select(Rule).ToImmutableArray()));
    }

    private static FieldRule Rule(SourceFields field)
    {
        if (field.IsText)
            return Short(field);
        field.RefuseUnknown(KnownParts, "list.");
        return new()
        {
            Value = field.Text("value"),
            Json = field.Text("json"),
            Within = field.Selector("within"),
            Select = field.Selector("select"),
            Attribute = field.Text("attribute"),
            Match = field.Pattern("match"),
            Not = field.Pattern("not"),
        };
    }

    // "selector", "selector@attribute", "@attribute".
    private static FieldRule Short(SourceFields field)
    {
        var text = field.OwnText;
        var at = text.LastIndexOf('@');
        var select = (at < 0 ? text : text[..at]).Trim();
        field.CheckSelector("list", select.Length == 0 && at >= 0 ? "*" : select);
        return new() { Select = select.Length > 0 ? select : null, Attribute = at < 0 ? null : text[(at + 1)..].Trim() };
    }
}
