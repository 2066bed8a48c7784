using System.Text.Json;
using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Texts in several languages: <c>[{"@value": …, "@language": …}]</c> and <c>{"ru": …, "en": …}</c>.</summary>
internal static partial class JsonLdLanguages
{
    private const string NoLanguage = "@none", Alias = "id";

    /// <summary>True for an object whose keys are languages and whose values are texts.</summary>
    public static bool IsMap(JsonElement element)
    {
        var count = 0;
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonText.Name(property);
            if ((name != NoLanguage && !Tag().IsMatch(name)) || !IsText(property.Value))
                return false;
            count += name == Alias ? 0 : 1;
        }
        return count > 0;
    }

    /// <summary>Sorts texts in the page's language first, then texts without a language. The sort is stable.</summary>
    public static IEnumerable<SchemaValue> Sort(List<SchemaValue> values, string? language) =>
        language is null || values.TrueForAll(v => v is not SchemaText { Language: not null }) ? values : values.OrderBy(v => Rank(v, language));

    private static int Rank(SchemaValue value, string language) =>
        (value as SchemaText)?.Language is not { } tag || tag == NoLanguage ? 1
        : Primary(tag).Equals(Primary(language), StringComparison.OrdinalIgnoreCase) ? 0 : 2;

    private static ReadOnlySpan<char> Primary(string tag) => tag.IndexOfAny(['-', '_']) is var end and >= 0 ? tag.AsSpan(0, end) : tag;

    private static bool IsText(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Null
        || (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(v => v.ValueKind is JsonValueKind.String));

    // Two-letter languages only: three-letter codes are also property names (url, age).
    [GeneratedRegex("^[A-Za-z]{2}(?:[-_][A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
