using System.Collections.Immutable;
using Actors.Catalog.Extraction;

namespace Actors.Catalog.Scraping.Mapping;

/// <summary>What makes an event of a source itself: the source's id, else its address, else its page together with its title.</summary>
internal static class ItemKeys
{
    internal sealed record KeyedEvents(string Key, IReadOnlyList<ExtractedEvent> Events);

    public static IEnumerable<KeyedEvents> Group(ImmutableArray<ExtractedEvent> events, string pageUrl)
    {
        var titles = events.Where(e => e.SourceId is null).ToLookup(e => e.Url ?? pageUrl, e => e.Title);
        return events.GroupBy(e => Key(e, pageUrl, titles)).Select(g => new KeyedEvents(g.Key, [.. g]));
    }

    /// <summary>Sessions of one event that a page lists one by one.</summary>
    public static ExtractedEvent Join(IReadOnlyList<ExtractedEvent> events) => events.Count == 1 ? events[0] : events[0] with
    {
        Occurrences = [.. events.SelectMany(e => e.Occurrences)],
        Ranges = [.. events.SelectMany(e => e.Ranges)],
        Cancelled = events.All(e => e.Cancelled),
    };

    // One address for events of different names is the address of their list, and tells them apart only with the name.
    private static string Key(ExtractedEvent e, string pageUrl, ILookup<string, string?> titles)
    {
        if (e.SourceId is not null)
            return e.SourceId;
        var address = e.Url ?? pageUrl;
        return titles[address].Distinct(StringComparer.OrdinalIgnoreCase).Take(2).Count() > 1 ? $"{address}#{e.Title}" : address;
    }
}
