using System.Collections.Immutable;
using Actors.Plumbing.Search;

namespace Actors.Catalog.Http.Views;

/// <summary>Chooses the events of a page from a snapshot.</summary>
internal static class PlaceSelection
{
    /// <summary>How many events the list has, and the first places after the asked one: one more than the page holds, if there are so many.</summary>
    public static (int Total, ImmutableArray<ViewPlace> Places) Select(EventSnapshot snapshot, ViewRequest request) =>
        request.Query is null ? Filter(snapshot, request) : Search(snapshot, request, request.Query);

    private static (int Total, ImmutableArray<ViewPlace> Places) Search(EventSnapshot snapshot, ViewRequest request, string query)
    {
        var after = request.After is { } place ? new SearchHit(place.Id, (int)-place.Key) : (SearchHit?)null;
        var found = snapshot.Index.Find(query, request.Limit + 1, new EventCursor(snapshot, request).Accepts, after);
        return (found.Total, [.. found.Hits.Select(hit => new ViewPlace(-hit.Rank, hit.Id))]);
    }

    private static (int Total, ImmutableArray<ViewPlace> Places) Filter(EventSnapshot snapshot, ViewRequest request)
    {
        var first = new FirstPlaces(request.Limit + 1, request.After);
        foreach (var e in snapshot.Events)
        {
            if (request.Has(e)) first.Add(new ViewPlace(KeyOf(e.Id, e.ChangedAt, request.Order), e.Id));
        }

        return (first.Total, first.ToPlaces());
    }

    private static long KeyOf(long id, long changedAt, ViewOrder order) => order switch
    {
        ViewOrder.Change => changedAt,
        ViewOrder.Newest => -id,
        _ => 0,
    };
}
