using System.Text.Json;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Extraction.Sites;

/// <summary>Reads selections of afisha.yandex.ru: <c>{"paging": …, "data": [{"event": …, "scheduleInfo": …}]}</c>.</summary>
internal sealed class YandexAfishaExtractor : IEventExtractor
{
    public string Name => "yandex-afisha";

    public Extraction Extract(FetchedPage page) => JsonPage.Read(page, Name, root => Read(root, page));

    private static Extraction Read(JsonElement root, FetchedPage page)
    {
        var items = JsonText.Items(root, "data").Take(ExtractionLimits.Events).ToList();
        var events = items.Where(i => JsonText.Text(JsonText.Object(i, "event"), "title") is not null).Select(i => YandexAfishaEvent.Read(i, page));
        var total = JsonText.Whole(JsonText.Object(root, "paging"), "total");
        return new([.. events], [], OffsetPaging.Next(page, "offset", items.Count, total));
    }
}
