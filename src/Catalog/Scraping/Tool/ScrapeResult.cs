using System.Collections.Immutable;
using Actors.Catalog.Extraction;
using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Runs;
using Actors.Catalog.Scraping.Sources;

namespace Actors.Catalog.Scraping.Tool;

/// <summary>The result of a dry run on a page.</summary>
/// <param name="Source">The source whose rules were used.</param>
/// <param name="Events">The extracted events, each with the event mapped from all its sessions.</param>
/// <param name="Problems">Sentences about what could not be read, and why an event has no date.</param>
internal sealed record ScrapeResult(SourceSettings Source, ImmutableArray<ScrapeResult.Line> Events, ImmutableArray<string> Problems)
{
    /// <param name="Found">The extracted event.</param>
    /// <param name="Mapped">The mapped event, or the reason why there is none.</param>
    /// <param name="Missing">All reasons.</param>
    internal sealed record Line(ExtractedEvent Found, MapOutcome Mapped, ImmutableArray<string> Missing);

    public static ScrapeResult Read(SourceSettings source, Uri url, string text, TimeZoneInfo defaultZone, DateTimeOffset now)
    {
        var zone = source.Zone ?? defaultZone;
        var fetched = new FetchedPage(url, text, zone, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        var page = ExtractorSets(source, fetched).Select(extractors => PageExtraction.Read(fetched, extractors, LinkRule.None)).Aggregate((best, next) => best.Events.IsEmpty ? next : best);
        var context = new MapContext(source, url.AbsoluteUri, page.Image, defaultZone, now);
        var mapped = new Dictionary<ExtractedEvent, Line>(ReferenceEqualityComparer.Instance);
        foreach (var line in ItemKeys.Group(page.Events, context.PageUrl).SelectMany(group => Lines(group, context)))
            mapped[line.Found] = line;
        var undated = page.Events.Where(e => e.NoDateReason is not null).Select(e => $"{e.Title} has no date: {e.NoDateReason}");
        return new(source, [.. page.Events.Select(e => mapped[e])], [.. page.Problems, .. undated]);
    }

    private static IEnumerable<Line> Lines(ItemKeys.KeyedEvents group, MapContext context)
    {
        var merged = ItemKeys.Merge(group.Events);
        var (mapped, missing) = (EventMapper.Map(group.Key, merged, context), EventMapper.Reasons(merged, context));
        return group.Events.Select(e => new Line(e, mapped, missing));
    }

    // A source with an API may be given a saved HTML page, and JSON without a known source may come from any API.
    private static IEnumerable<ImmutableArray<IEventExtractor>> ExtractorSets(SourceSettings source, FetchedPage page)
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
