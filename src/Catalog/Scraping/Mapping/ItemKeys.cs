using System.Collections.Immutable;
using Actors.Catalog.Extraction;

namespace Actors.Catalog.Scraping.Mapping;

/// <summary>The identity of a source's event: the source's id, else its URL, else page and title.</summary>
internal static class ItemKeys
{
    internal sealed record KeyedEvents(string Key, IReadOnlyList<ExtractedEvent> Events);

    public static IEnumerable<KeyedEvents> Group(ImmutableArray<ExtractedEvent> events, string pageUrl)
    {
        var titles = events.Where(e => e.SourceId is null).ToLookup(e => e.Url ?? pageUrl, e => e.Title);
        return events.GroupBy(e => Key(e, pageUrl, titles)).Select(g => new KeyedEvents(g.Key, [.. g]));
    }

    /// <summary>Merges the sessions of one event that a page lists separately.</summary>
    public static ExtractedEvent Merge(IReadOnlyList<ExtractedEvent> events) => events.Count == 1 ? events[0] : events[0] with
    {
        Occurrences = [.. events.SelectMany(e => e.Occurrences)],
        Ranges = [.. events.SelectMany(e => e.Ranges)],
        Cancelled = events.All(e => e.Cancelled),
    };

    // A URL shared by events with different titles is that of their list, so the title is added.
    private static string Key(ExtractedEvent e, string pageUrl, ILookup<string, string?> titles)
    {
        if (e.SourceId is not null)
            return e.SourceId;
        var address = e.Url ?? pageUrl;
        return titles[address].Distinct(StringComparer.OrdinalIgnoreCase).Take(2).Count() > 1 ? $"{address}#{e.Title}" : address;
    }
}
