using System.Collections.Immutable;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Pages;

/// <summary>A page of a filtered list.</summary>
/// <param name="Snapshot">The snapshot that the events were selected from.</param>
/// <param name="Request">The request.</param>
/// <param name="Ids">The numbers of the events, in order.</param>
/// <param name="Total">The number of events in the whole list.</param>
/// <param name="Next">The cursor of the next page; null on the last page.</param>
internal sealed record EventPage(EventSnapshot Snapshot, ListRequest Request, ImmutableArray<long> Ids, int Total, string? Next)
{
    /// <summary>Selects the events of a page.</summary>
    public static async Task<EventPage> OfAsync(EventSnapshot snapshot, ListRequest request)
    {
        var (total, positions) = await PageSelection.SelectAsync(snapshot, request);
        var page = positions.Length > request.Limit ? positions[..request.Limit] : positions;
        var next = positions.Length > page.Length && page.Length > 0 ? page[^1].ToCursor(request.Order, request.Through) : null;
        return new EventPage(snapshot, request, [.. page.Select(position => position.Id)], total, next);
    }

    /// <summary>True if the list has events of this state. A row may be newer than the snapshot.</summary>
    public bool Has(bool active) => active == Request.Scope.Active || Request.IncludesDeleted;

    /// <summary>True if a change feed reports an active event as deleted: the list shows a duplicate of it.</summary>
    public bool IsHidden(long id) => Snapshot.Facts.Find(id) is ({ } block, >= 0 and var row) && Request.IsHidden(block.States[row]);
}
