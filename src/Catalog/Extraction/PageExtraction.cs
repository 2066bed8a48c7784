using System.Collections.Immutable;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Extraction;

/// <summary>Runs the extractors of a page and joins what several of them say about the same event.</summary>
internal static class PageExtraction
{
    public static ExtractedPage Read(FetchedPage page, ImmutableArray<IEventExtractor> extractors, LinkRule links)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        if (page.IsMarkup && page.Html is null)
            problems.Add("the page is too large or nested too deeply to be read");
        var found = extractors.Select(e => Safely(e, page)).ToList();
        problems.AddRange(found.SelectMany(f => f.Problems));
        var events = Readable(page, Join(found.Select(f => f.Events)), problems);
        problems.AddRange(events.SelectMany(TimesOf).Select(t => t.Problem).OfType<string>().Distinct(StringComparer.Ordinal).Take(ExtractionLimits.Links));
        var next = found.Select(f => f.NextPage).FirstOrDefault(n => n is not null) ?? PageLinks.Next(page);
        return new(events, problems.ToImmutable(), PageLinks.Image(page), next, PageLinks.Events(page, links, events));
    }

    // Of a page in another encoding than it claims, what has an unreadable name must not reach the catalogue, and nothing of it is silent.
    private static ImmutableArray<ExtractedEvent> Readable(FetchedPage page, ImmutableArray<ExtractedEvent> events, ImmutableArray<string>.Builder problems)
    {
        var unreadable = events.Where(e => PageText.HasUnreadable(e.Title) || PageText.HasUnreadable(e.Place)).ToHashSet();
        if (PageText.IsGarbled(page.Text))
        {
            problems.Add($"the text is not in the encoding that it claims: much of it cannot be decoded, and {unreadable.Count} of {events.Length} events have no readable name");
            return [.. events.Where(e => !unreadable.Contains(e))];
        }
        if (unreadable.Count > 0)
            problems.Add($"{unreadable.Count} of {events.Length} events have characters in their names that cannot be decoded");
        return events;
    }

    private static IEnumerable<EventTime> TimesOf(ExtractedEvent e) =>
        e.Occurrences.SelectMany(o => new[] { o.Start, o.End }).Append(e.Start).Append(e.End).OfType<EventTime>();

    // The last line of defence: a fault of one extractor on one hostile page must not end the run of a source.
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

    // A page often says the same twice, in JSON-LD and in its visible markup: the first wins, the second fills its gaps.
    private static ImmutableArray<ExtractedEvent> Join(IEnumerable<ImmutableArray<ExtractedEvent>> found)
    {
        var joined = new List<ExtractedEvent>();
        foreach (var events in found)
        {
            var known = joined.Select((e, at) => (Key: Key(e), At: at)).ToLookup(k => k.Key, k => k.At);
            foreach (var one in events)
            {
                var twins = known[Key(one)].Where(at => joined[at].Url is null || one.Url is null || joined[at].Url == one.Url).ToList();
                if (twins is [var first, ..])
                    joined[first] = Fill(joined[first], one);
                else
                    joined.Add(one);
            }
        }
        return [.. joined.Distinct().Take(ExtractionLimits.Events)];
    }

    private static (string?, string?) Key(ExtractedEvent e) => (e.Title?.ToUpperInvariant(), e.Start?.Text[..10]);

    private static ExtractedEvent Fill(ExtractedEvent first, ExtractedEvent second) => first with
    {
        End = first.End ?? second.End,
        Place = first.Place ?? second.Place,
        Address = first.Address ?? second.Address,
        City = first.City ?? second.City,
        Price = first.Price.Min is null ? second.Price : first.Price,
        Image = first.Image ?? second.Image,
        Description = first.Description ?? second.Description,
        Genre = first.Genre ?? second.Genre,
        Age = first.Age ?? second.Age,
    };
}
