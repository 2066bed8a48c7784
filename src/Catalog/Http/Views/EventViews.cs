using System.Collections.Immutable;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;

namespace Actors.Catalog.Http.Views;

/// <summary>Answers filtered and searched lists: chosen in memory, read from the rows.</summary>
internal sealed class EventViews(EventSnapshots snapshots, IEventCopies copies)
{
    /// <summary>A page of a list.</summary>
    public async Task<ViewPage> GetAsync(ViewRequest request, CancellationToken cancellation)
    {
        var (snapshot, age) = await snapshots.GetAsync();
        var (total, places) = PlaceSelection.Select(snapshot, request);
        var page = places.Length > request.Limit ? places[..request.Limit] : places;
        var next = places.Length > page.Length && page.Length > 0 ? page[^1].ToCursor(request.Order) : null;
        return new ViewPage(await ReadAsync(page, request, snapshot, cancellation), total, next, age, snapshot.LastChange);
    }

    // The rows may be ahead of the snapshot: what is no longer in the list is left out.
    private async Task<ImmutableArray<EventState>> ReadAsync(
        ImmutableArray<ViewPlace> page, ViewRequest request, EventSnapshot snapshot, CancellationToken cancellation)
    {
        var read = await copies.ByIdsAsync([.. page.Select(place => place.Id)], cancellation);
        var events = read.Where(e => e.Active == request.Scope.Active || request.WithGone).ToDictionary(e => e.Id);
        return [.. page.Select(place => events.GetValueOrDefault(place.Id)).OfType<EventState>().Select(e => Seen(e, request, snapshot))];
    }

    // Who asks what changed is told of an event that gave way to another which is the same as of one that went.
    private static EventState Seen(EventState e, ViewRequest request, EventSnapshot snapshot) =>
        snapshot.Find(e.Id) is { } facts && request.IsHidden(facts) ? e with { Active = false } : e;
}
