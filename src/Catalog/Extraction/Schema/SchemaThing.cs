namespace Actors.Catalog.Extraction.Schema;

/// <summary>A typed thing with properties, whichever markup it came from. Things may point to each other in circles.</summary>
internal sealed class SchemaThing : SchemaValue
{
    private readonly Dictionary<string, List<SchemaValue>> _properties = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Local names of its types: MusicEvent, Place.</summary>
    public List<string> Types { get; } = [];

    /// <summary>Its own identifier within the page, by which others may point to it.</summary>
    public string? Id { get; set; }

    public bool IsEmpty => _properties.Count == 0;

    public IEnumerable<SchemaValue> All => _properties.Values.SelectMany(v => v);

    public IEnumerable<KeyValuePair<string, List<SchemaValue>>> Properties => _properties;

    public void Add(string property, SchemaValue value)
    {
        if (!_properties.TryGetValue(property, out var values))
            _properties[property] = values = [];
        values.Add(value);
    }

    public IReadOnlyList<SchemaValue> Values(string property) => _properties.TryGetValue(property, out var values) ? values : [];

    public IEnumerable<SchemaThing> Things(string property) => Values(property).OfType<SchemaThing>();

    /// <summary>The first text of the first property that has one; empty texts do not count.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var value in Values(name).OfType<SchemaText>())
            {
                if (!string.IsNullOrWhiteSpace(value.Text))
                    return value.Text;
            }
        }
        return null;
    }

    public IEnumerable<string> Texts(string name) =>
        Values(name).OfType<SchemaText>().Select(t => t.Text).Where(t => !string.IsNullOrWhiteSpace(t));

    /// <summary>https://schema.org/MusicEvent, schema:MusicEvent and MusicEvent are all MusicEvent.</summary>
    public static string LocalName(string name) => name[(name.AsSpan().TrimEnd('/').LastIndexOfAny('/', '#', ':') + 1)..].Trim().TrimEnd('/');
}
