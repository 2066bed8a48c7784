using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Extraction;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Tests.Extraction;

public sealed class ApiTests
{
    [Fact]
    public void TimePad_page_uses_tickets_on_sale_and_paging()
    {
        var page = Read(SourceKind.TimePad, "https://api.timepad.ru/v1/events?limit=2&skip=4", """
            {"total":9,"values":[
              {"id":1,"name":"a","starts_at":"2026-12-01T10:00:00+0300","ticket_types":[{"price":900,"is_active":true},{"price":500.5,"is_active":true},{"price":0,"is_active":false}],
               "poster_image":{"uploadcare_url":"//ucare.timepad.ru/x/"}},
              {"id":2,"name":"b","starts_at":"2026-12-01T10:00:00+0300","registration_data":{"price_min":300,"price_max":400},"location":{"city":"Омск"}},
              {"id":3,"name":null}, 4]}
            """);
        (page.Events[0].Price, page.Events[0].Image).ShouldBe((new PriceRange(500.5m, 900, "RUB"), "https://ucare.timepad.ru/x/"));
        (page.Events[1].Price.Min, page.Events[1].Address, page.Events[1].City).ShouldBe((300m, null, "Омск"));
        page.NextPage.ShouldBe("https://api.timepad.ru/v1/events?limit=2&skip=8");
        page.Events.Length.ShouldBe(2);
    }

    [Fact]
    public void Yandex_kopecks_become_roubles()
    {
        var page = Read(SourceKind.YandexAfisha, "https://afisha.yandex.ru/api/x?offset=0", """
            {"paging":{"total":2},"data":[
              {"event":{"id":"1","title":"a","tickets":[{"price":{"currency":"rub","min":150050,"max":"9"}}]},"scheduleInfo":{"dates":["2026-12-01","2026-12-03",5,"x"]}},
              {"event":{"id":"2","title":"b","tickets":[{"price":null}],"image":{}},"scheduleInfo":{"onlyPlace":null}}]}
            """);
        (page.Events[0].Price.Min, page.Events[0].Price.Currency, page.Events[0].Occurrences.Length).ShouldBe((1500.5m, "RUB", 2));
        (page.Events[1].Price, page.Events[1].Start, page.NextPage).ShouldBe((PriceRange.Unknown, null, null));
    }

    [Fact]
    public void Api_numbers_may_be_text_or_have_exponents()
    {
        Read(SourceKind.TimePad, "https://api.timepad.ru/v1/events", """
            {"id":1,"name":"a","starts_at":"2026-12-01T10:00","registration_data":{"price_min":"25.000000","price_max":1e3}}
            """).Events[0].Price.ShouldBe(new PriceRange(25, 1000, "RUB"));
        Read(SourceKind.YandexAfisha, "https://afisha.yandex.ru/api/x", """
            {"data":[{"event":{"id":"1","title":"a","tickets":[{"price":{"currency":"rub","min":"150050.000","max":1.6e5}}]}}]}
            """).Events[0].Price.ShouldBe(new PriceRange(1500.5m, 1600, "RUB"));
        var found = Read(SourceKind.KudaGo, "https://kudago.com/x", """{"id":1,"title":"x","price":"300.000","dates":[{"start":1.796148e9,"end":"1796155200"}]}""").Events[0];
        (found.Price.Min, found.Start!.Text).ShouldBe((300m, "2026-12-01T21:00:00+03:00"));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"data\":5,\"values\":{},\"paging\":[]}")]
    [InlineData("{\"data\":[1,null,{\"event\":[]},{\"event\":{\"title\":{}}}],\"paging\":{\"total\":1e99}}")]
    [InlineData("{\"values\":[[],null,{\"name\":1,\"starts_at\":2,\"location\":3,\"ticket_types\":[null,{\"is_active\":true,\"price\":1e99}]}],\"total\":-1}")]
    public void Unexpected_json_gives_no_events(string json)
    {
        foreach (var kind in new[] { SourceKind.TimePad, SourceKind.YandexAfisha, SourceKind.KudaGo })
            Read(kind, "https://x.example/", json).Problems.ShouldBeEmpty();
    }

    private static ExtractedPage Read(SourceKind kind, string url, string json) =>
        PageExtraction.Read(new FetchedPage(new Uri(url), json, Page.Moscow), Extractors.For(kind), LinkRule.None);
}
