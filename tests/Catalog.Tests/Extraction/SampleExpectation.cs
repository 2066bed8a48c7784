using System.Globalization;
using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Catalog.Extraction;

namespace Actors.Catalog.Tests.Extraction;

/// <summary>Compares an extracted event with an entry of NAME.expected.json, key by key; keys without a field are ignored.</summary>
internal static class SampleExpectation
{
    private static readonly Dictionary<string, Func<ExtractedEvent, object?>> s_fields = new()
    {
        ["title"] = e => e.Title,
        ["start"] = e => e.Start?.Text,
        ["end"] = e => e.End?.Text,
        ["all_day"] = e => e.AllDay,
        ["place"] = e => e.Place,
        ["address"] = e => e.Address,
        ["price_min"] = e => e.Price.Min,
        ["price_max"] = e => e.Price.Max,
        ["currency"] = e => e.Price.Currency,
        ["image"] = e => e.Image,
        ["url"] = e => e.Url,
        ["source_id"] = e => e.SourceId,
        ["description_text"] = e => e.Description,
        ["description"] = e => e.Description,
        ["type_hint"] = e => e.TypeHint,
    };

    // Values that the page states outside its structured data, and optional values.
    private static readonly HashSet<string> s_notFields =
    [
        "index", "og_image", "timezone_hint", "country", "lat", "lon", "performer", "performers", "place_fallback", "is_free", "images_count", "schedule",
        "type", "age", "genre", "seats", "sold_out", "ticket_url", "image_candidates", "alternate_title", "city", "city_slug", "place_id", "start_unix", "end_unix", "short_title", "categories", "description_starts", "description_contains",
    ];

    public static void ShouldMatch(ExtractedEvent found, JsonElement expected, string which)
    {
        foreach (var property in expected.EnumerateObject())
        {
            // The site's own category is not one of our event types.
            if (property.Name == "type_hint" && !EventTypes.IsSupported(property.Value.GetString()!))
                continue;
            if (s_fields.TryGetValue(property.Name, out var field))
                Written(field(found)).ShouldBe(Written(property.Value), $"{which}: {property.Name}");
            else
                s_notFields.ShouldContain(property.Name, "the expected file has a key that this test does not know");
        }
        if (expected.TryGetProperty("description_starts", out var start))
            found.Description.ShouldNotBeNull().Replace('\n', ' ').ShouldStartWith(start.GetString()!);
        if (expected.TryGetProperty("description_contains", out var part))
            found.Description.ShouldNotBeNull().ShouldContain(part.GetString()!);
    }

    private static string Written(object? value) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => "null",
        decimal number => Number(number),
        bool flag => flag ? "true" : "false",
        JsonElement { ValueKind: JsonValueKind.Number } number => Number(number.GetDecimal()),
        JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False } flag => flag.GetRawText(),
        _ => value.ToString()!,
    };

    private static string Number(decimal number) => (number / 1.000000000000m).ToString(CultureInfo.InvariantCulture);
}
