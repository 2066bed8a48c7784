using Actors.Catalog.Events.Ingest;
using Actors.Catalog.Events;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Sources;
using Actors.Catalog.Tests.Extraction;
using Actors.Silo.Demo;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Scraping.Demo;

public sealed class DemoSiteTests
{
    private static readonly ManualTimeProvider s_clock = new(new DateTimeOffset(2026, 11, 21, 22, 30, 0, TimeSpan.Zero));

    private static readonly SourceSettings s_source = SourcesFile
        .Read(File.ReadAllText(RepoRoot.Combine("silo/Demo/sources.json")), "sources.json", _ => "http://127.0.0.1:4000").Sources.Single();

    [Fact]
    public void Pages_have_all_ten_types_in_two_markups()
    {
        var pages = new DemoPages(s_clock);
        var read = DemoEvents.All.Select(e => (Event: e, Page: pages.Event(e))).ToList();
        var outcomes = read.Select(r => Read(r.Page, $"/events/{r.Event.Slug}").Events.ShouldHaveSingleItem()).ToList();
        var events = outcomes.Select(o => o.Event).OfType<EventInput>().ToList();
        events.Count.ShouldBeGreaterThanOrEqualTo(24);
        events.Select(e => e.EventType).Distinct().Order().ShouldBe(EventTypes.Supported.Order());
        events.ShouldAllBe(e => e.Age != null && e.ImageUrl != null && e.DatePreview.Instant > s_clock.GetUtcNow());
        read.Count(r => r.Page.Contains("application/ld+json", StringComparison.Ordinal)).ShouldBeInRange(10, read.Count - 10);
        outcomes.Where(o => o.Event is null).ShouldHaveSingleItem().Reason.ShouldBe(DeadLetterReason.PriceUnknown);
    }

    [Fact]
    public void Listing_links_every_event_and_one_broken_page()
    {
        var pages = new DemoPages(s_clock);
        var found = Enumerable.Range(1, DemoPages.Lists).Select(n => Read(pages.List(n), $"/?page={n}")).ToList();
        found.SelectMany(p => p.Links).Count().ShouldBe(DemoEvents.All.Count + 1);
        found.Select(p => p.NextPage is null).ShouldBe([.. Enumerable.Repeat(false, DemoPages.Lists - 1), true]);
        Read(DemoPages.Broken(), "/events/broken").Problems.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Site_serves_pages_and_pictures()
    {
        var address = DemoAddress.Free(preferred: 0);
        await using var site = new DemoSite(address, s_clock);
        await site.StartingAsync(default);
        using var http = new HttpClient { BaseAddress = new Uri(address.Url) };
        (await http.GetStringAsync("/")).ShouldContain("/events/nochnoy-dzhaz");
        (await http.GetStringAsync("/events/strings")).ShouldContain("itemprop=\"startDate\"");
        var shapes = await Task.WhenAll(DemoEvents.All.Select(async e => Shape(await http.GetByteArrayAsync(DemoPictures.AddressOf(e)))));
        shapes.Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
        (await http.GetAsync("/events/none")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        site.Pictures.ShouldBe(DemoEvents.All.Count);
        await site.StoppedAsync(default);
    }

    private static string Shape(byte[] picture) => picture[0] == 0x89
        ? $"png {picture[16..24].Aggregate("", (text, b) => text + b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture))}"
        : $"jpeg {picture.Length}";

    private static MappedPage Read(string html, string path) =>
        MappedPage.Read(s_source, new Uri("http://127.0.0.1:4000" + path), html, isList: path[1] == '?', Page.Moscow, s_clock.GetUtcNow());
}
