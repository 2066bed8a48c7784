using System.Collections.Immutable;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Listing.Views;

/// <summary>A page of a filtered list.</summary>
/// <param name="Snapshot">The snapshot it was chosen from.</param>
/// <param name="Request">The request.</param>
/// <param name="Ids">The numbers of its events, in order.</param>
/// <param name="Total">How many the whole list has.</param>
/// <param name="Next">The cursor of the next page; null when this is the last.</param>
internal sealed record ViewPage(EventSnapshot Snapshot, ViewRequest Request, ImmutableArray<long> Ids, int Total, string? Next)
{
    /// <summary>Chooses the page of a request.</summary>
    public static async Task<ViewPage> OfAsync(EventSnapshot snapshot, ViewRequest request)
    {
        var (total, places) = await PlaceSelection.SelectAsync(snapshot, request);
        var page = places.Length > request.Limit ? places[..request.Limit] : places;
        var next = places.Length > page.Length && page.Length > 0 ? page[^1].ToCursor(request.Order, request.Through) : null;
        return new ViewPage(snapshot, request, [.. page.Select(place => place.Id)], total, next);
    }

    /// <summary>True when the list has an event; rows may be ahead of the snapshot.</summary>
    public bool Has(bool active) => active == Request.Scope.Active || Request.WithGone;

    /// <summary>True if a change feed reports an active event as deleted: the list shows a duplicate of it.</summary>
    public bool IsHidden(long id) => Snapshot.Facts.Find(id) is ({ } block, >= 0 and var row) && Request.IsHidden(block.States[row]);
}
