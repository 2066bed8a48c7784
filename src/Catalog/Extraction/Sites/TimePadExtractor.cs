using System.Text.Json;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Extraction.Sites;

/// <summary>Reads the TimePad API v1: a page of events, or one event.</summary>
internal sealed class TimePadExtractor : IEventExtractor
{
    public string Name => "timepad";

    public Extraction Extract(FetchedPage page) => JsonPage.Read(page, Name, root => Read(root, page));

    private static Extraction Read(JsonElement root, FetchedPage page)
    {
        var list = JsonText.Get(root, "values") is { ValueKind: JsonValueKind.Array };
        var items = (list ? JsonText.Items(root, "values") : [root]).Take(ExtractionLimits.Events).ToList();
        var events = items.Where(i => JsonText.Text(i, "name") is not null && JsonText.Text(i, "starts_at") is not null).Select(i => TimePadEvent.Read(i, page));
        return new([.. events], [], list ? OffsetPaging.Next(page, "skip", items.Count, JsonText.Whole(root, "total")) : null);
    }
}
