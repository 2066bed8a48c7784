using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Extraction.Sites;

/// <summary>Reads one event of the KudaGo API. Fields that were not requested are missing and stay unknown.</summary>
internal static class KudaGoEvent
{
    public static ExtractedEvent Read(JsonElement item, FetchedPage page)
    {
        var place = JsonText.Get(item, "place") ?? default;
        var city = City(item) ?? City(place);
        var zone = Zone(item) ?? Zone(place) ?? KudaGoCities.ZoneOf(city);
        var entries = JsonText.Items(item, "dates").ToList();
        var dates = KudaGoDates.Read(entries, zone ?? page.Zone);
        return new ExtractedEvent
        {
            SourceId = JsonText.Text(item, "id"),
            Title = PlainText.Line(JsonText.Text(item, "title")),
            Start = dates.Start,
            End = dates.End,
            Place = PlainText.Line(JsonText.Text(place, "title")),
            Address = PlainText.Line(JsonText.Text(place, "address")),
            City = KudaGoCities.NameOf(city),
            Price = Price(item),
            Image = JsonText.Items(item, "images").Select(i => WebAddress.Resolve(page.Url, JsonText.Text(i, "image"))).FirstOrDefault(i => i is not null),
            Url = WebAddress.Resolve(page.Url, JsonText.Text(item, "site_url")),
            Description = PlainText.Paragraphs(JsonText.Text(item, "description")) ?? PlainText.Paragraphs(JsonText.Text(item, "body_text")),
            Age = PlainText.Line(JsonText.Text(item, "age_restriction")),
            Categories = Categories(item),
            Occurrences = dates.Single,
            Ranges = dates.Scheduled,
            Zone = zone,
            NoDateReason = dates.Single.IsEmpty && dates.Scheduled.IsEmpty && entries.Count > 0 ? "it has no start, no end and no schedule" : null,
        };
    }

    // A written price wins over the flag is_free.
    private static PriceRange Price(JsonElement item)
    {
        var written = MachineNumber.Price(JsonText.Text(item, "price"));
        var known = written.Min is not null || written.Max is not null;
        return known || !JsonText.Flag(item, "is_free") ? written : PriceRange.Free with { Currency = written.Currency };
    }

    private static string? City(JsonElement item) =>
        JsonText.Get(item, "location") is { ValueKind: JsonValueKind.Object } location ? JsonText.Text(location, "slug") : JsonText.Text(item, "location");

    // Only a location requested in full has its zone.
    private static TimeZoneInfo? Zone(JsonElement item) =>
        JsonText.Text(JsonText.Object(item, "location"), "timezone") is { Length: > 0 and <= ExtractionLimits.Text } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    private static ImmutableArray<string> Categories(JsonElement item) =>
    [
        .. JsonText.Items(item, "categories")
            .Select(c => c.ValueKind == JsonValueKind.String ? JsonText.Of(c) : JsonText.Text(c, "slug"))
            .OfType<string>()
            .Take(ExtractionLimits.Links),
    ];
}
