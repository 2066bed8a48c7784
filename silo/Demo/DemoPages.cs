using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Actors.Silo.Demo;

/// <summary>The pages of the demo site. Half of them state their events in JSON-LD, half in microdata.</summary>
internal sealed class DemoPages(TimeProvider timeProvider)
{
    public const int PerPage = 8;

    public static int Lists => (DemoEvents.All.Count + PerPage - 1) / PerPage;

    public string List(int page)
    {
        var cards = DemoEvents.All.Skip((page - 1) * PerPage).Take(PerPage).Select(Card);
        // The broken page is listed like any other; the error shows when it is read.
        var broken = page == 1 ? """<a class="event card broken" href="/events/broken"><span class="body"><b>Страница с ошибкой</b><i>broken on purpose</i></span></a>""" : "";
        var next = page < Lists ? $"""<a class="next" rel="next" href="/?page={page + 1}">Дальше →</a>""" : "";
        var back = page > 1 ? $"""<a class="next" rel="prev" href="/?page={page - 1}">← Назад</a>""" : "";
        return Frame("Афиша «Маяка»", "", $"""<main class="grid">{string.Concat(cards)}{broken}</main><nav>{back}<span>{page} / {Lists}</span>{next}</nav>""");
    }

    public string Event(DemoEvent e) => UsesMicrodata(e) ? Frame(e.Title, "", Microdata(e)) : Frame(e.Title, JsonLd(e), Plain(e));

    /// <summary>Truncated JSON, as it occurs on real pages.</summary>
    public static string Broken() => Frame("Страница с ошибкой",
        """<script type="application/ld+json">{"@type":"MusicEvent","name":"Оборвано","startDate":"</script>""", "<main><h1>Страница с ошибкой</h1><p>Её JSON-LD обрывается на полуслове.</p></main>");

    private static bool UsesMicrodata(DemoEvent e) => DemoPictures.NumberOf(e) % 2 == 1;

    private string JsonLd(DemoEvent e)
    {
        var starts = e.Days.Select(d => Time(d, e.Hour)).ToArray();
        var json = JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = e.Kind,
            ["identifier"] = e.Slug,
            ["name"] = e.Title,
            ["description"] = e.Text,
            ["startDate"] = starts.Length == 1 ? starts[0] : starts,
            ["endDate"] = e.Duration > 0 ? Time(e.Days[0] + e.Duration, 20) : null,
            ["url"] = $"/events/{e.Slug}",
            ["image"] = new[] { DemoPictures.AddressOf(e) },
            ["genre"] = e.Genre,
            ["typicalAgeRange"] = e.Age,
            ["location"] = new Dictionary<string, object> { ["@type"] = "Place", ["name"] = e.Place, ["address"] = e.Address },
            ["offers"] = e.Price.Length == 0 ? null : new Dictionary<string, object> { ["@type"] = "Offer", ["price"] = e.Price, ["priceCurrency"] = "RUB" },
        });
        return $"""<script type="application/ld+json">{json}</script>""";
    }

    private string Microdata(DemoEvent e)
    {
        var sessions = string.Concat(e.Days.Select(d => $"""<time itemprop="startDate" datetime="{Time(d, e.Hour)}">{DateText(d, e)}</time> """));
        var end = e.Duration > 0 ? $"""<meta itemprop="endDate" content="{Time(e.Days[0] + e.Duration, 20)}">""" : "";
        return $"""
            <main class="one" itemscope itemtype="https://schema.org/{e.Kind}"><meta itemprop="identifier" content="{e.Slug}"><link itemprop="url" href="/events/{e.Slug}">
            <img itemprop="image" src="{DemoPictures.AddressOf(e)}" alt=""><div><h1 itemprop="name">{Encode(e.Title)}</h1>
            <p class="when">{sessions}{end}</p><p itemprop="location" itemscope itemtype="https://schema.org/Place"><b itemprop="name">{Encode(e.Place)}</b>, <span itemprop="address">{Encode(e.Address)}</span></p>
            <p itemprop="offers" itemscope itemtype="https://schema.org/Offer"><span class="price" itemprop="price">{Encode(e.Price)}</span></p>
            <p class="tags"><span itemprop="genre">{Encode(e.Genre)}</span> <span itemprop="typicalAgeRange">{e.Age}</span></p><p itemprop="description">{Encode(e.Text)}</p></div></main>
            """;
    }

    private string Plain(DemoEvent e) => $"""
        <main class="one"><img src="{DemoPictures.AddressOf(e)}" alt=""><div><h1>{Encode(e.Title)}</h1><p class="when">{string.Join(", ", e.Days.Select(d => DateText(d, e)))}</p>
        <p><b>{Encode(e.Place)}</b>, {Encode(e.Address)}</p><p><span class="price">{Encode(e.Price)}</span></p><p class="tags"><span>{Encode(e.Genre)}</span> <span>{e.Age}</span></p><p>{Encode(e.Text)}</p></div></main>
        """;

    private string Card(DemoEvent e) =>
        $"""<a class="event card" href="/events/{e.Slug}"><img src="{DemoPictures.AddressOf(e)}" alt=""><span class="body"><b>{Encode(e.Title)}</b><i>{DateText(e.Days[0], e)} · {Encode(e.Place)}</i></span></a>""";

    private static string Frame(string title, string head, string body) => $"""
        <!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Encode(title)}</title>
        <link rel="stylesheet" href="/style.css">{head}</head><body><header><a href="/">Афиша «Маяка»</a><small>demo site · демонстрационный сайт</small></header>{body}</body></html>
        """;

    private DateTime Day(int days) => timeProvider.GetUtcNow().AddHours(3).Date.AddDays(days);

    private string Time(int days, int hour) => Day(days).AddHours(hour).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    private string DateText(int days, DemoEvent e) =>
        Day(days).AddHours(e.Hour).ToString("d MMMM, HH:mm", CultureInfo.GetCultureInfo(e.English ? "en-GB" : "ru-RU"));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
