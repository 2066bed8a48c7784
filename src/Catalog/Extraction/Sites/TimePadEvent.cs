using System.Text.Json;

namespace Actors.Catalog.Extraction.Sites;

/// <summary>Reads one event of the TimePad API.</summary>
internal static class TimePadEvent
{
    private static readonly string[] s_addressParts = ["country", "city", "address"];

    public static ExtractedEvent Read(JsonElement item, FetchedPage page)
    {
        var start = EventTimeReader.Read(JsonText.Text(item, "starts_at"));
        var end = EventTimeReader.Read(JsonText.Text(item, "ends_at"));
        var location = JsonText.Object(item, "location");
        var poster = JsonText.Object(item, "poster_image");
        var categories = JsonText.Items(item, "categories").Select(c => PlainText.Line(JsonText.Text(c, "name"))).OfType<string>().Take(ExtractionLimits.Links).ToList();
        return new ExtractedEvent
        {
            SourceId = JsonText.Text(item, "id"),
            Title = PlainText.Line(JsonText.Text(item, "name")),
            Start = start,
            End = end,
            Address = Address(location),
            City = PlainText.Line(JsonText.Text(location, "city")),
            Price = Price(item),
            Image = WebAddress.Resolve(page.Url, JsonText.Text(poster, "default_url") ?? JsonText.Text(poster, "uploadcare_url")),
            Url = WebAddress.Resolve(page.Url, JsonText.Text(item, "url")),
            Description = PlainText.Paragraphs(JsonText.Text(item, "description_html") ?? JsonText.Text(item, "description_short")),
            Genre = categories.FirstOrDefault(),
            Age = PlainText.Line(JsonText.Text(item, "age_limit")),
            Categories = [.. categories],
            Occurrences = start is null ? [] : [new(start, end)],
        };
    }

    private static string? Address(JsonElement location) => PlainText.Line(JsonText.Text(location, "address")) is null ? null :
        string.Join(", ", s_addressParts.Select(n => PlainText.Line(JsonText.Text(location, n))).OfType<string>());

    // Prices are in roubles. Tickets that are not on sale are ignored.
    private static PriceRange Price(JsonElement item)
    {
        var onSale = JsonText.Items(item, "ticket_types").Take(ExtractionLimits.Links).Where(t => JsonText.Flag(t, "is_active"));
        var prices = onSale.Select(t => JsonText.Amount(t, "price")).OfType<decimal>().ToList();
        var total = JsonText.Object(item, "registration_data");
        var (min, max) = prices.Count > 0 ? (prices.Min(), prices.Max()) : (JsonText.Amount(total, "price_min"), JsonText.Amount(total, "price_max"));
        return min is null && max is null ? PriceRange.Unknown : new(min, max, "RUB");
    }
}
