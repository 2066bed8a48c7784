using System.Collections.Immutable;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Extraction;

/// <summary>Runs the extractors on a page and merges duplicate events.</summary>
internal static class PageExtraction
{
    public static ExtractedPage Read(FetchedPage page, ImmutableArray<IEventExtractor> extractors, LinkRule links)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        if (page.IsMarkup && page.Html is null)
            problems.Add("the page is too large or nested too deeply to be read");
        var found = extractors.Select(e => Safely(e, page)).ToList();
        problems.AddRange(found.SelectMany(f => f.Problems));
        var events = Readable(page, SameEvents.Merge(found.Select(f => f.Events), page.Zone), problems);
        problems.AddRange(events.SelectMany(TimesOf).Select(t => t.Problem).OfType<string>().Distinct(StringComparer.Ordinal).Take(ExtractionLimits.Links));
        var next = found.Select(f => f.NextPage).FirstOrDefault(n => n is not null) ?? PageLinks.Next(page);
        return new(events, problems.ToImmutable(), PageLinks.Image(page), next, PageLinks.Events(page, links, events));
    }

    // A page may be in another encoding than it declares. Its events with unreadable names must not reach the catalogue, and the loss is reported.
    private static ImmutableArray<ExtractedEvent> Readable(FetchedPage page, ImmutableArray<ExtractedEvent> events, ImmutableArray<string>.Builder problems)
    {
        var unreadable = events.Where(e => PageText.HasUnreadable(e.Title) || PageText.HasUnreadable(e.Place)).ToHashSet();
        if (PageText.IsGarbled(page.Text))
        {
            problems.Add($"the text is not in its declared encoding: much of it cannot be decoded, and {unreadable.Count} of {events.Length} events have no readable name");
            return [.. events.Where(e => !unreadable.Contains(e))];
        }
        if (unreadable.Count > 0)
            problems.Add($"{unreadable.Count} of {events.Length} events have characters in their names that cannot be decoded");
        return events;
    }

    private static IEnumerable<EventTime> TimesOf(ExtractedEvent e) =>
        e.Occurrences.SelectMany(o => new[] { o.Start, o.End }).Append(e.Start).Append(e.End).OfType<EventTime>();

    // Last resort: a fault of one extractor on one page must not end the run of a source.
    private static Extraction Safely(IEventExtractor extractor, FetchedPage page)
    {
        try
        {
            return extractor.Extract(page);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return new([], [$"{extractor.Name}: {e.GetType().Name}: {e.Message}"]);
        }
    }
}
