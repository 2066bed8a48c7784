using System.Collections.Immutable;
using Actors.Catalog.Extraction;
using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>A page of a source, extracted and mapped.</summary>
/// <param name="Events">The mapped events and the items that could not become events.</param>
/// <param name="Problems">Sentences about what could not be read.</param>
/// <param name="Links">The event pages to fetch.</param>
/// <param name="NextPage">The next page of the list.</param>
internal sealed record MappedPage(ImmutableArray<MapOutcome> Events, ImmutableArray<string> Problems, ImmutableArray<string> Links, string? NextPage)
{
    public static MappedPage Read(SourceSettings source, Uri url, string text, bool isList, TimeZoneInfo defaultZone, DateTimeOffset now)
    {
        var zone = source.Zone ?? defaultZone;
        var fetched = new FetchedPage(url, text, zone, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        var page = PageExtraction.Read(fetched, Extractors.For(source), isList ? source.Links : LinkRule.None);
        // Events with an own page are read there, not from the listing.
        var own = page.Events.Where(e => e.Url is null || !page.Links.Contains(e.Url)).ToImmutableArray();
        var context = new MapContext(source, url.AbsoluteUri, page.Image, defaultZone, now);
        var next = isList ? Next(source, url, page) : null;
        return new([.. EventMapper.MapPage(own, context)], page.Problems, page.Links, next);
    }

    private static string? Next(SourceSettings source, Uri url, ExtractedPage page)
    {
        if (source.PageParameter is { } parameter)
            return page.Events.IsEmpty && page.Links.IsEmpty ? null : PageNumbers.Next(url.AbsoluteUri, parameter);
        return page.NextPage is { } next && PageLinks.SameSite(url, next) ? next : null;
    }
}
