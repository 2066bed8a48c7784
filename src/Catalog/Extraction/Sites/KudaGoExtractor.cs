using System.Collections.Immutable;
using System.Text.Json;

namespace Actors.Catalog.Extraction.Sites;

/// <summary>Reads the KudaGo public API v1.4: a page of events, or one event.</summary>
internal sealed class KudaGoExtractor : IEventExtractor
{
    public string Name => "kudago";

    public Extraction Extract(FetchedPage page) => JsonPage.Read(page, Name, root => Read(root, page));

    private static Extraction Read(JsonElement root, FetchedPage page)
    {
        var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray()
            : JsonText.Get(root, "results") is { ValueKind: JsonValueKind.Array } results ? results.EnumerateArray()
            : Enumerable.Repeat(root, 1);
        var events = items.Where(IsEvent).Take(ExtractionLimits.Events).Select(item => KudaGoEvent.Read(item, page));
        return new(events.ToImmutableArray(), [], WebAddress.Resolve(page.Url, JsonText.Text(root, "next")));
    }

    // A response contains only the requested fields.
    private static bool IsEvent(JsonElement item) => JsonText.Get(item, "title") is not null
        && (JsonText.Get(item, "id") is not null || JsonText.Get(item, "dates") is { ValueKind: JsonValueKind.Array });
}
