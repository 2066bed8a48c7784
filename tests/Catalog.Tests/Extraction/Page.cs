using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Extraction;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Tests.Extraction;

/// <summary>Small pages written for a test.</summary>
internal static class Page
{
    public const string Address = "https://site.example/events/list";
    public static readonly TimeZoneInfo Moscow = TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow");

    public static ExtractedPage Read(string text, LinkRule? links = null) =>
        PageExtraction.Read(new FetchedPage(new Uri(Address), text, Moscow), Extractors.Web, links ?? LinkRule.None);

    public static ExtractedPage JsonLd(string json) => Read($"<html><body><script type=\"application/ld+json\">{json}</script></body></html>");

    public static ExtractedEvent OneEvent(this ExtractedPage page)
    {
        page.Problems.ShouldBeEmpty();
        return page.Events.ShouldHaveSingleItem();
    }

    public static ExtractedPage KudaGo(string json) =>
        PageExtraction.Read(new FetchedPage(new Uri("https://kudago.com/public-api/v1.4/events/"), json, Moscow), Extractors.KudaGo, LinkRule.None);
}
