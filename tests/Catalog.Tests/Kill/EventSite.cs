using System.Globalization;
using System.Text;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Kill;

/// <summary>A site of numbered pages with JSON-LD events and a link to the next page.</summary>
internal sealed class EventSite(FakeUpstream site, int pages, int eventsPerPage)
{
    public int Events => pages * eventsPerPage;

    public string Sources => $$$"""
        {"sources":[{"name":"site","kind":"page","url":"{{{site.Url(PathOf(1))}}}","timezone":"Europe/Moscow",
          "defaults":{"type":"concert","place":"Сцена","genre":"rock"}}]}
        """;

    public static string PathOf(int page) => $"/page-{page}";

    public static string PictureOf(int page) => $"/picture-{page}.bmp";

    public void Serve()
    {
        for (var page = 1; page <= pages; page++)
        {
            ServePage(page);
            ServePicture(page);
        }
    }

    public void ServePage(int page) => site.OnText(PathOf(page), Html(page));

    public void ServePicture(int page) => site.OnBytes(PictureOf(page), Pictures.Bitmap(page), "image/bmp");

    private string Html(int page)
    {
        var html = new StringBuilder("<!doctype html><html><head><title>Афиша</title>");
        if (page < pages)
            html.Append(CultureInfo.InvariantCulture, $"<link rel=\"next\" href=\"{PathOf(page + 1)}\">");
        for (var n = 0; n < eventsPerPage; n++)
            html.Append("<script type=\"application/ld+json\">").Append(JsonLd(page, n)).Append("</script>");
        return html.Append("</head><body></body></html>").ToString();
    }

    private string JsonLd(int page, int n)
    {
        var date = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd'T'19:00:00", CultureInfo.InvariantCulture);
        return $$$"""
            {"@context":"https://schema.org","@type":"MusicEvent","name":"Концерт {{{page}}}-{{{n}}}","startDate":"{{{date}}}","description":"Описание",
             "url":"{{{site.Url($"/event-{page}-{n}")}}}","image":"{{{site.Url(PictureOf(page))}}}","location":{"@type":"Place","name":"Сцена"},
             "offers":{"@type":"Offer","price":"500","priceCurrency":"RUB"}}
            """;
    }
}
