using System.Text.Json;
using Actors.Core.Text;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Converts JSON-LD to things. Supports @graph, @type, @id, @value, @list, @set, @nest and language maps; contexts are not loaded.</summary>
/// <param name="start">Base of relative identifiers.</param>
/// <param name="language">The page's language. Texts in it come before their translations.</param>
internal sealed class JsonLdReader(Uri start, string? language = null)
{
    private readonly Dictionary<string, SchemaThing> _byId = new(StringComparer.Ordinal);
    private readonly List<SchemaThing> _all = [];
    private int _left = ExtractionLimits.Values;
    private bool _hasContext;

    /// <summary>Top-level things of all blocks, in page order.</summary>
    public List<SchemaThing> Top { get; } = [];

    public void Read(JsonElement root)
    {
        // The schema.org context makes "id" and "type" mean "@id" and "@type"; without a context they are ordinary names.
        _hasContext = JsonText.Get(root, "@context") is not null;
        Top.AddRange(Values(root, 0).OfType<SchemaThing>());
    }

    /// <summary>Replaces bare references ({"@id": …}) with the things they refer to. Call it after all reads.</summary>
    public void Link()
    {
        foreach (var values in _all.SelectMany(thing => thing.Properties).Select(p => p.Value))
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (values[i] is SchemaThing { IsEmpty: true, Id: { } id } && _byId.TryGetValue(Absolute(id), out var full))
                    values[i] = full;
            }
        }
    }

    private List<SchemaValue> Values(JsonElement element, int depth)
    {
        if (depth > ExtractionLimits.Depth || _left-- <= 0)
            return [];
        return element.ValueKind switch
        {
            JsonValueKind.Object => Object(element, depth),
            JsonValueKind.Array => [.. element.EnumerateArray().SelectMany(e => Values(e, depth + 1))],
            JsonValueKind.String => [new SchemaText(JsonText.Of(element))],
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [new SchemaText(element.GetRawText())],
            _ => [],
        };
    }

    private List<SchemaValue> Object(JsonElement element, int depth)
    {
        if (JsonText.Get(element, "@value") is { } literal)
            return Texts(literal, depth, JsonText.Text(element, "@language"));
        if (JsonLdLanguages.IsMap(element))
            return [.. element.EnumerateObject().SelectMany(p => Texts(p.Value, depth, JsonText.Name(p)))];
        var thing = new SchemaThing();
        var inner = new List<SchemaValue>();
        _all.Add(thing);
        TakeAll(thing, inner, element, depth);
        if (thing is { Id: { } id, IsEmpty: false })
            _byId.TryAdd(Absolute(id), thing);
        return thing.IsEmpty && thing.Id is null && thing.Types.Count == 0 ? inner : [thing, .. inner];
    }

    private List<SchemaValue> Texts(JsonElement element, int depth, string? textLanguage) =>
        [.. Values(element, depth + 1).OfType<SchemaText>().Select(t => new SchemaText(t.Text, textLanguage))];

    private void TakeAll(SchemaThing thing, List<SchemaValue> inner, JsonElement element, int depth)
    {
        foreach (var property in element.EnumerateObject())
            Take(thing, inner, property, depth);
    }

    private void Take(SchemaThing thing, List<SchemaValue> inner, JsonProperty property, int depth)
    {
        switch (JsonText.Name(property))
        {
            case "@type":
            case "type" when _hasContext:
                thing.Types.AddRange(Values(property.Value, depth + 1).Select(SchemaThing.TokenOf).OfType<string>().Select(SchemaThing.LocalName));
                break;
            case "@id":
            case "id" when _hasContext && thing.Id is null:
                thing.Id = property.Value.ValueKind == JsonValueKind.String ? JsonText.Of(property.Value) : null;
                break;
            case "@nest" when property.Value.ValueKind == JsonValueKind.Object && depth < ExtractionLimits.Depth:
                TakeAll(thing, inner, property.Value, depth + 1);
                break;
            case "@graph" or "@list" or "@set" or "@included":
                inner.AddRange(Values(property.Value, depth + 1));
                break;
            case ['@', ..]:
                break;
            case var name:
                foreach (var value in JsonLdLanguages.Sort(Values(property.Value, depth + 1), language))
                    thing.Add(SchemaThing.LocalName(name), value);
                break;
        }
    }

    private string Absolute(string id) => !id.StartsWith("_:", StringComparison.Ordinal) && WebUri.TryResolve(start, id, out var uri) ? uri.AbsoluteUri : id;
}
