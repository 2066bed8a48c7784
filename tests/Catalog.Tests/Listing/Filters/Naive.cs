using Actors.Catalog.Listing.Filters;
using Actors.Catalog.Listing.Pages;

namespace Actors.Catalog.Tests.Listing.Filters;

/// <summary>Filtered lists without columns: tests every condition of every event.</summary>
internal static class Naive
{
    /// <summary>Shows the active event of the lowest rank of each set. A change of one event of a set counts as a change of all.</summary>
    public static EventFacts[] Marked(IEnumerable<EventFacts> events)
    {
        var all = events.ToArray();
        return [.. all.Select(e => e.Twins is null ? e : Marked(e, [.. all.Where(other => other.Twins?.Set == e.Twins.Set)]))];
    }

    public static (int Total, ListPosition[] Places) Select(IEnumerable<EventFacts> events, ListRequest request)
    {
        var places = events.Where(e => Has(e, request)).Select(e => new ListPosition(KeyOf(e, request.Order), e.Id)).ToArray();
        var page = places.Where(place => request.After is not { } after || place.CompareTo(after) > 0).Order().Take(request.Limit + 1);
        return (places.Length, [.. page]);
    }

    private static EventFacts Marked(EventFacts e, EventFacts[] set)
    {
        var shown = set.Where(other => other.Active).MinBy(other => other.Twins!.RankOf(other.Id));
        return e with { Hidden = e.Active && shown?.Id != e.Id, ChangedAt = set.Max(other => other.ChangedAt), Commit = set.Max(other => other.Commit) };
    }

    private static bool Has(EventFacts e, ListRequest request)
    {
        if (request.Scope.EventType is { } type && e.EventType != type) return false;
        if (request.Only is { } only && e.Id != only.Number) return false;
        var hidden = e.Hidden && request.Scope.Active && request.Only is null;
        return e.Active == request.Scope.Active && !hidden ? Matches(e, request.Filter) : request.IncludesDeleted && IsChanged(e, request.Filter);
    }

    private static bool Matches(EventFacts e, EventFilter filter) =>
        e.Price >= filter.PriceMin && e.Price <= filter.PriceMax
        && (filter.Age is not { } age || e.Age <= age)
        && IsChanged(e, filter)
        && (filter.Dates.IsAlways || e.Moments.Any(filter.Dates.Meets))
        && e.Place.Contains(filter.Place, StringComparison.Ordinal);

    private static bool IsChanged(EventFacts e, EventFilter filter) => e.ChangedAt >= (filter.ChangedSince ?? 0) && e.Commit >= (filter.FirstCommit ?? 0);

    private static long KeyOf(EventFacts e, ListOrder order) => order switch
    {
        ListOrder.Change => e.Commit,
        ListOrder.Newest => -e.Id,
        _ => 0,
    };
}
