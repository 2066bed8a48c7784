using Actors.Catalog.Rules.Filters;

namespace Actors.Catalog.Http.Views;

/// <summary>Of active events that operators said are the same, lists have the one of the lowest rank.</summary>
internal static class HiddenTwins
{
    /// <summary>The events, with those marked that lists do not have. What changes in one event of a set changes all of them.</summary>
    public static EventFacts[] Marked(EventFacts[] events)
    {
        var sets = events.Where(e => e.Twins is not null).ToLookup(e => e.Twins!.Set);
        if (sets.Count == 0) return events;
        return [.. events.Select(e => e.Twins is null ? e : Marked(e, sets[e.Twins.Set]))];
    }

    private static EventFacts Marked(EventFacts e, IEnumerable<EventFacts> set)
    {
        var shown = set.Where(other => other.Active).MinBy(other => other.Twins!.RankOf(other.Id));
        return e with { Hidden = e.Active && shown?.Id != e.Id, ChangedAt = set.Max(other => other.ChangedAt) };
    }
}
