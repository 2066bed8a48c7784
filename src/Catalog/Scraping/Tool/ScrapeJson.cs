using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Actors.Catalog.Events.Ingest;

namespace Actors.Catalog.Scraping.Tool;

/// <summary>Writes one JSON object per event and line: the extracted values and the mapped event.</summary>
internal static class ScrapeJson
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> Lines(ScrapeResult reading) => reading.Events.Select(e => Write(e).ToJsonString(s_plain));

    private static JsonObject Write(ScrapeResult.Line line) => new()
    {
        ["title"] = line.Found.Title,
        ["start"] = line.Found.Start?.Text,
        ["end"] = line.Found.End?.Text,
        ["all_day"] = line.Found.Start is null ? null : line.Found.AllDay,
        ["place"] = line.Found.Place,
        ["address"] = line.Found.Address,
        ["price_min"] = Number(line.Found.Price.Min),
        ["price_max"] = Number(line.Found.Price.Max),
        ["currency"] = line.Found.Price.Currency,
        ["image"] = line.Found.Image,
        ["url"] = line.Found.Url,
        ["mapped"] = line.Mapped.Event is { } mapped ? Mapped(mapped) : line.Mapped.Reason,
    };

    // In the format of POST /scraper/results.
    private static JsonObject Mapped(EventInput mapped) => new()
    {
        ["uuid"] = mapped.Uuid,
        ["event_type"] = mapped.EventType,
        ["id"] = mapped.SourceId,
        ["title"] = mapped.Title,
        ["description"] = mapped.Description,
        ["price"] = mapped.Price,
        ["date_preview"] = mapped.DatePreview.Text,
        ["date_list"] = new JsonArray([.. mapped.DateList.Select(d => (JsonNode)d.Text)]),
        ["place"] = mapped.Place,
        ["genre"] = mapped.Genre,
        ["age"] = mapped.Age,
        ["image_url"] = mapped.ImageUrl,
        ["url"] = mapped.Url,
    };

    // Removes trailing zeros: 400, not 400.00.
    private static decimal? Number(decimal? price) => price / 1.000000000000m;
}
