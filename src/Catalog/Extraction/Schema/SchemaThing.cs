namespace Actors.Catalog.Extraction.Schema;

/// <summary>A typed thing with properties, from any markup. Things may form reference cycles.</summary>
internal sealed class SchemaThing : SchemaValue
{
    private const int MaxNesting = 3, MaxAddresses = 50, MaxNested = 10;

    private readonly Dictionary<string, List<SchemaValue>> _properties = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The local names of its types: MusicEvent, Place.</summary>
    public List<string> Types { get; } = [];

    /// <summary>The identifier by which other things on the page refer to it.</summary>
    public string? Id { get; set; }

    public bool IsEmpty => _properties.Count == 0;

    public IEnumerable<KeyValuePair<string, List<SchemaValue>>> Properties => _properties;

    public void Add(string property, SchemaValue value)
    {
        if (!_properties.TryGetValue(property, out var values))
            _properties[property] = values = [];
        values.Add(value);
    }

    public IReadOnlyList<SchemaValue> Values(string property) => _properties.TryGetValue(property, out var values) ? values : [];

    public IEnumerable<SchemaThing> Things(string property) => Values(property).OfType<SchemaThing>();

    /// <summary>The first text of the first property that has one; empty texts are skipped.</summary>
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

    /// <summary>The first text, or the name of the first thing that has one.</summary>
    public string? TextOrName(string name) => Text(name) ?? Things(name).Select(t => t.Text("name")).FirstOrDefault(text => text is not null);

    /// <summary>The values of an enumeration: texts, identifiers, or names of things.</summary>
    public IEnumerable<string> Tokens(string name) => Values(name).Select(TokenOf).OfType<string>();

    /// <summary>The first address of the first property that has one: a text, or the URL of a thing.</summary>
    public string? Address(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Addresses(name).FirstOrDefault() is { } found)
                return found;
        }
        return null;
    }

    public IEnumerable<string> Addresses(string name) => Values(name).Take(MaxAddresses).Select(v => AddressOf(v, 0)).OfType<string>();

    public static string? TokenOf(SchemaValue value) => value switch
    {
        SchemaText { Text: var text } when !string.IsNullOrWhiteSpace(text) => text,
        SchemaThing thing => thing.Id ?? thing.Text("name"),
        _ => null,
    };

    // Identifiers that start with "_:" are local to the page.
    private static string? AddressOf(SchemaValue value, int depth)
    {
        if (value is SchemaText { Text: var text })
            return string.IsNullOrWhiteSpace(text) ? null : text;
        if (value is not SchemaThing thing || depth == MaxNesting)
            return null;
        var own = thing.Values("url").Concat(thing.Values("contentUrl")).Take(MaxNested).Select(v => AddressOf(v, depth + 1)).FirstOrDefault(a => a is not null);
        return own ?? (thing.Id is { } id && !id.StartsWith("_:", StringComparison.Ordinal) ? id : null);
    }

    /// <summary>The local name: MusicEvent for https://schema.org/MusicEvent, schema:MusicEvent and MusicEvent.</summary>
    public static string LocalName(string name) => name[(name.AsSpan().TrimEnd('/').LastIndexOfAny('/', '#', ':') + 1)..].Trim().TrimEnd('/');
}
