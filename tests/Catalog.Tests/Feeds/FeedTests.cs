using System.Net;
using System.Xml.Linq;
using Actors.Catalog.Tests.Kit;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Feeds;

public sealed class FeedTests(Catalogue catalogue) : IClassFixture<Catalogue>
{
    private readonly string _place = $"Клуб {Guid.NewGuid():N}";

    [Fact]
    public async Task A_filtered_list_is_a_calendar()
    {
        var sent = await AddAsync("Ёж, кот; и <b>другие</b>");

        using var answer = await catalogue.Silo.Client.GetAsync(Path("ics"));
        var file = await answer.Content.ReadAsStringAsync();

        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/calendar; charset=utf-8");
        file.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        file.ShouldContain("BEGIN:VTIMEZONE\r\nTZID:Europe/Moscow\r\n");
        file.ShouldContain("SUMMARY:Ёж\\, кот\\; и <b>другие</b>\r\n");
        file.Split("BEGIN:VEVENT").Length.ShouldBe(3, "two dates");
        (await AgainAsync(answer, Path("ics"))).ShouldBe(HttpStatusCode.NotModified);
        (await catalogue.Silo.Client.GetStringAsync($"/catalog/events.ics?id={sent}")).ShouldContain(sent);
        using var unknown = await catalogue.Silo.Client.GetAsync($"/catalog/events.ics?id={Guid.NewGuid()}");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_filtered_list_is_a_feed_newest_first()
    {
        await AddAsync("старое");
        await AddAsync("новое & <b>\u0001");

        using var answer = await catalogue.Silo.Client.GetAsync(Path("rss"));
        var items = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Descendants("item").ToList();

        answer.Content.Headers.ContentType!.ToString().ShouldBe("application/rss+xml; charset=utf-8");
        items.Select(item => item.Element("title")!.Value).ShouldBe(["новое & <b>", "старое"]);
        items.Select(item => item.Element("guid")!.Value).ShouldBeUnique();
        items[0].Element("pubDate")!.Value.ShouldEndWith("GMT");
        (await AgainAsync(answer, Path("rss"))).ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_description_in_a_feed_is_encoded_HTML()
    {
        await AddAsync("концерт", "5 < 6 & <img src=x onerror=alert(1)>\nвторая строка\r\nтретья");

        var description = XDocument.Parse(await catalogue.Silo.Client.GetStringAsync(Path("rss"))).Descendants("item").Single().Element("description")!.Value;

        description.ShouldEndWith("5 &lt; 6 &amp; &lt;img src=x onerror=alert(1)&gt;<br>вторая строка<br>третья");
    }

    [Theory]
    [InlineData("/catalog/events.ics?type=opera")]
    [InlineData("/catalog/events.rss?type=opera")]
    public async Task An_unknown_type_is_404(string path) => (await catalogue.GetAsync(path)).Status.ShouldBe(404);

    private async Task<string> AddAsync(string title, string description = "Описание")
    {
        var sent = catalogue.Event(e => (e["title"], e["place"], e["description"]) = (title, _place, description));
        await catalogue.PostAsync("/scraperCatalog/upload", sent);
        var uuid = sent["uuid"]!.GetValue<string>();
        await Waiting.UntilAsync("the event", async () => (await catalogue.Silo.Client.GetStringAsync(Path("rss"))).Contains(uuid, StringComparison.Ordinal));
        return uuid;
    }

    private string Path(string format) => $"/catalog/events.{format}?place={Uri.EscapeDataString(_place)}";

    private async Task<HttpStatusCode> AgainAsync(HttpResponseMessage first, string path)
    {
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var answer = await catalogue.Silo.Client.SendAsync(again);
        return answer.StatusCode;
    }
}
