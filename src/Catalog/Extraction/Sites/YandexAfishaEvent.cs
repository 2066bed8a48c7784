using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Extraction.Sites;

/// <summary>Reads one entry of a selection. Its dates have no times, which would need another request; they count as whole days.</summary>
internal static class YandexAfishaEvent
{
    private const decimal KopecksInRouble = 100;

    public static ExtractedEvent Read(JsonElement item, FetchedPage page)
    {
        var one = JsonText.Object(item, "event");
        var schedule = JsonText.Object(item, "scheduleInfo");
        var place = JsonText.Object(schedule, "onlyPlace");
        var dates = Dates(schedule);
        return new ExtractedEvent
        {
            SourceId = JsonText.Text(one, "id"),
            Title = PlainText.Line(JsonText.Text(one, "title")),
            Start = dates.FirstOrDefault()?.Start,
            Place = PlainText.Line(JsonText.Text(place, "title")),
            Address = PlainText.Line(JsonText.Text(place, "address")),
            City = PlainText.Line(JsonText.Text(JsonText.Object(place, "city"), "name")),
            Price = Price(one),
            Image = WebAddress.Resolve(page.Url, JsonText.Text(JsonText.Object(JsonText.Object(one, "image"), "microdata"), "url")),
            Url = WebAddress.Resolve(page.Url, JsonText.Text(one, "url")),
            Description = PlainText.Paragraphs(JsonText.Text(one, "argument")),
            Genre = PlainText.Line(JsonText.Items(one, "tags").Where(t => JsonText.Text(t, "type") == "genre").Select(t => JsonText.Text(t, "name")).FirstOrDefault()),
            Age = PlainText.Line(JsonText.Text(one, "contentRating")),
            Categories = Categories(one),
            Occurrences = dates,
        };
    }

    // dateStarted and dateEnd bound the whole run of a show; they are not sessions.
    private static ImmutableArray<Occurrence> Dates(JsonElement schedule) =>
    [
        .. JsonText.Items(schedule, "dates").Take(ExtractionLimits.Links).Where(d => d.ValueKind == JsonValueKind.String)
            .Select(d => EventTimeReader.Read(JsonText.Of(d))).OfType<EventTime>().Select(d => new Occurrence(d, null)),
    ];

    private static PriceRange Price(JsonElement one)
    {
        var prices = JsonText.Items(one, "tickets").Take(ExtractionLimits.Links).Select(t => JsonText.Object(t, "price"));
        return PriceRange.Of([PriceRange.Unknown, .. prices.Select(p => new PriceRange(
            JsonText.Amount(p, "min") / KopecksInRouble, JsonText.Amount(p, "max") / KopecksInRouble, JsonText.Text(p, "currency")?.ToUpperInvariant()))]);
    }

    private static ImmutableArray<string> Categories(JsonElement one) =>
    [
        .. JsonText.Items(one, "tags").Prepend(JsonText.Object(one, "type")).Concat(JsonText.Items(one, "systemTags"))
            .Select(t => JsonText.Text(t, "code")).OfType<string>().Distinct(StringComparer.Ordinal).Take(ExtractionLimits.Links),
    ];
}
