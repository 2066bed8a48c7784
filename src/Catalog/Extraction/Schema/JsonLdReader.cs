using System.Text.Json;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>JSON-LD to things: @graph, @type, @id, @value, @list and @set are understood; contexts are not loaded.</summary>
internal sealed class JsonLdReader
{
    private readonly Dictionary<string, SchemaThing> _byId = new(StringComparer.Ordinal);
    private readonly List<SchemaThing> _all = [];
    private int _left = ExtractionLimits.Values;

    /// <summary>Things at the top of any block, in page order.</summary>
    public List<SchemaThing> Top { get; } = [];

    public void Read(JsonElement root) => Top.AddRange(Values(root, 0).OfType<SchemaThing>());

    /// <summary>Once all is read: a bare reference ({"@id": …}) becomes the thing that it means.</summary>
    public void Link()
    {
        foreach (var values in _all.SelectMany(thing => thing.Properties).Select(p => p.Value))
        {
            for (var i = 0; i < values.Count; i++)
            {
                if (values[i] is SchemaThing { IsEmpty: true, Id: { } id } && _byId.TryGetValue(id, out var full))
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
        var thing = new SchemaThing();
        var inner = new List<SchemaValue>();
        _all.Add(thing);
        foreach (var property in element.EnumerateObject())
            Take(thing, inner, property, depth);
        if (thing is { Id: { } id, IsEmpty: false })
            _byId.TryAdd(id, thing);
        return thing.IsEmpty && thing.Id is null && thing.Types.Count == 0 ? inner : [thing, .. inner];
    }

    private void Take(SchemaThing thing, List<SchemaValue> inner, JsonProperty property, int depth)
    {
        switch (JsonText.Name(property))
        {
            case "@type":
                thing.Types.AddRange(Values(property.Value, depth + 1).OfType<SchemaText>().Select(t => SchemaThing.LocalName(t.Text)));
                break;
            case "@id":
                thing.Id = property.Value.ValueKind == JsonValueKind.String ? JsonText.Of(property.Value) : null;
                break;
            case "@graph" or "@value" or "@list" or "@set":
                inner.AddRange(Values(property.Value, depth + 1));
                break;
            case ['@', ..]:
                break;
            case var name:
                foreach (var value in Values(property.Value, depth + 1))
                    thing.Add(SchemaThing.LocalName(name), value);
                break;
        }
    }
}
