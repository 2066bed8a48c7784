using System.Collections.Immutable;
using Actors.Catalog.Extraction;
using Actors.Catalog.Extraction.Lists;
using Actors.Catalog.Scraping.Mapping;
using Actors.Catalog.Scraping.Runs;

namespace Actors.Catalog.Scraping.Sources;

/// <summary>A fetched page of a source, read and mapped.</summary>
/// <param name="Events">Events, and what could not become one.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Links">Event pages to fetch.</param>
/// <param name="NextPage">Next page of the list.</param>
internal sealed record PageReading(ImmutableArray<MapOutcome> Events, ImmutableArray<string> Problems, ImmutableArray<string> Links, string? NextPage)
{
    public static PageReading Read(SourceSettings source, Uri url, string text, bool isList, TimeZoneInfo defaultZone, DateTimeOffset now)
    {
        var zone = source.Zone ?? defaultZone;
        var fetched = new FetchedPage(url, text, zone, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));
        var page = PageExtraction.Read(fetched, Extractors.For(source), isList ? source.Links : LinkRule.None);
        // What a listing only announces is read on its own page.
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
