using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Actors.Catalog.Events;
using AngleSharp.Css.Parser;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>Reads the fields of one entry and reports each problem in a sentence.</summary>
internal sealed class SourceFields(JsonElement element, string where, ImmutableArray<string>.Builder problems)
{
    public void Problem(string field, string sentence) => problems.Add($"{where}: \"{field}\" {sentence}.");

    public void RefuseUnknown(FrozenSet<string> known, string prefix)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in element.EnumerateObject().Where(p => !known.Contains(p.Name)))
            Problem(prefix + property.Name, $"is unknown; known fields are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    public SourceFields Object(string name)
    {
        if (Get(name) is { ValueKind: not JsonValueKind.Object })
            Problem(name, "must be an object");
        return new(Get(name) ?? default, where, problems);
    }

    public bool Has(string name) => Get(name) is not null;

    /// <summary>The entries of an array, or a single entry without an array.</summary>
    public IEnumerable<SourceFields> Each(string name) =>
        (Get(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : Enumerable.Repeat(Get(name) ?? default, 1))
        .Select(e => new SourceFields(e, where, problems)).Where(f => f.IsEntry(name));

    public bool IsText => element.ValueKind == JsonValueKind.String;

    public string OwnText => element.GetString() ?? "";

    public string Required(string name)
    {
        var text = Text(name);
        if (text is null && Get(name) is null)
            Problem(name, "is missing");
        return text ?? "";
    }

    public string? Text(string name)
    {
        if (Get(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(value.GetString()))
            return value.GetString()!.Trim();
        Problem(name, "must be a non-empty text");
        return null;
    }

    public ImmutableArray<string> Texts(string name)
    {
        if (Get(name) is not { } value)
            return [];
        if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String))
            return [.. value.EnumerateArray().Select(e => e.GetString()!)];
        Problem(name, "must be an array of texts");
        return [];
    }

    public long? Whole(string name, long least, long most)
    {
        if (Get(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= least && number <= most)
            return number;
        Problem(name, $"must be a whole number from {least} to {most}");
        return null;
    }

    public bool? Boolean(string name)
    {
        if (Get(name) is not { } value)
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Problem(name, "must be true or false");
        return null;
    }

    public TEnum OneOf<TEnum>(string name) where TEnum : struct, Enum
    {
        var text = Required(name);
        if (Enum.GetNames<TEnum>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } known)
            return Enum.Parse<TEnum>(known);
        if (text.Length > 0)
            Problem(name, $"is '{text}'; it must be one of {string.Join(", ", Enum.GetNames<TEnum>()).ToLowerInvariant()}");
        return default;
    }

    public string? EventType(string name)
    {
        if (Text(name) is not { } text || IsType(text))
            return Text(name);
        Problem(name, $"is '{text}'; it must be one of {string.Join(", ", EventTypes.Supported.Order(StringComparer.Ordinal))}");
        return null;
    }

    public FrozenDictionary<string, string> Types(string name)
    {
        var types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in Get(name) is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject().ToList() : [])
        {
            if (pair.Value.ValueKind == JsonValueKind.String && IsType(pair.Value.GetString()!))
                types[pair.Name] = pair.Value.GetString()!;
            else
                Problem($"{name}.{pair.Name}", $"is {pair.Value}; it must be one of {string.Join(", ", EventTypes.Supported.Order(StringComparer.Ordinal))}");
        }
        return types.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public TimeZoneInfo? Zone(string name)
    {
        if (Text(name) is not { } id)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        Problem(name, $"is '{id}', which is not a known time zone; write it like Europe/Moscow");
        return null;
    }

    public string? Selector(string name)
    {
        var text = Text(name);
        return text is not null && CheckSelector(name, text) ? text : null;
    }

    public bool CheckSelector(string name, string text)
    {
        if (text.Length > 0 && new CssSelectorParser().ParseSelector(text) is not null)
            return true;
        Problem(name, $"is '{text}', which is not a CSS selector");
        return false;
    }

    /// <summary>A regular expression that runs in linear time, without look-around and back references.</summary>
    public Regex? Pattern(string name)
    {
        if (Text(name) is not { } text)
            return null;
        try
        {
            return new(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            Problem(name, $"is '{text}', which is not supported: {e.Message.TrimEnd('.')}");
            return null;
        }
    }

    public string? Address(string name, Func<string, string?>? setting)
    {
        if (Text(name) is not { } written)
            return null;
        var text = setting is null ? written : Placeholders.Fill(written, setting, missing => Problem(name, $"needs the setting {missing}, which is not set"));
        if (Uri.TryCreate(text.Replace("{now}", "0", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            return text;
        Problem(name, $"is '{written}'; it must be an http or https address");
        return null;
    }

    private bool IsEntry(string name)
    {
        if (element.ValueKind is JsonValueKind.String or JsonValueKind.Object)
            return true;
        Problem(name, "must be a selector, an object, or an array of them");
        return false;
    }

    private static bool IsType(string text) => EventTypes.IsSupported(text);

    private JsonElement? Get(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
