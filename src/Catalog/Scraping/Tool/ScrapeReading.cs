using System.Collections.Immutable;
using Actors.Catalog.Extraction;
using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Tool;

/// <summary>What would be taken from a page, and what would become of it.</summary>
/// <param name="Source">Whose rules were used.</param>
/// <param name="Events">Each as the page says it, and what it becomes together with its other sessions.</param>
/// <param name="Problems">What could not be read, and why an event has no date.</param>
internal sealed record ScrapeReading(SourceSettings Source, ImmutableArray<ScrapeReading.Line> Events, ImmutableArray<string> Problems)
{
    /// <param name="Found">As the page says it.</param>
    /// <param name="Mapped">What the catalogue would be given, or why nothing.</param>
    /// <param name="Missing">All reasons, not only the first.</param>
    internal sealed record Line(ExtractedEvent Found, MapOutcome Mapped, ImmutableArray<string> Missing);

    public static ScrapeReading Read(SourceSettings source, Uri url, string text, TimeZoneInfo defaultZone, DateTimeOffset now)
    {
        var zone = source.Zone ?? defaultZone;
        var fetched = new FetchedPage(url, text, zone, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        var page = Ways(source, fetched).Select(way => PageExtraction.Read(fetched, way, LinkRule.None)).Aggregate((best, next) => best.Events.IsEmpty ? next : best);
        var context = new MapContext(source, url.AbsoluteUri, page.Image, defaultZone, now);
        var mapped = new Dictionary<ExtractedEvent, Line>(ReferenceEqualityComparer.Instance);
        foreach (var line in ItemKeys.Group(page.Events, context.PageUrl).SelectMany(group => Lines(group, context)))
            mapped[line.Found] = line;
        var undated = page.Events.Where(e => e.WhyNoDate is not null).Select(e => $"{e.Title} has no date: {e.WhyNoDate}");
        return new(source, [.. page.Events.Select(e => mapped[e])], [.. page.Problems, .. undated]);
    }

    private static IEnumerable<Line> Lines(ItemKeys.KeyedEvents group, MapContext context)
    {
        var joined = ItemKeys.Join(group.Events);
        var (mapped, missing) = (EventMapper.Map(group.Key, joined, context), EventMapper.Reasons(joined, context));
        return group.Events.Select(e => new Line(e, mapped, missing));
    }

    // A saved page of a site with an API is a page, and an answer of an API that no source knows may be any of them.
    private static IEnumerable<ImmutableArray<IEventExtractor>> Ways(SourceSettings source, FetchedPage page)
    {
        if (source.List is not null)
            return [Extractors.For(source)];
        if (!page.IsJson)
            return [Extractors.Web];
        return source.Kind is SourceKind.Page or SourceKind.Listing
            ? [Extractors.Web, Extractors.YandexAfisha, Extractors.TimePad, Extractors.KudaGo]
            : [Extractors.For(source)];
    }
}
