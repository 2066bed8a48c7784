using System.Collections.Immutable;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Rules.Twins;

namespace Actors.Catalog.Ports.Twins;

/// <summary>Events by place and what operators decided of them: queries on the rows that the grains write.</summary>
internal interface ITwinRows
{
    /// <summary>Up to <paramref name="limit"/> active events that have a place, by place and number, after the given ones.</summary>
    Task<ImmutableArray<VenueEvent>> PageAsync(VenuePlace after, int limit, CancellationToken cancellation = default);

    /// <summary>The events with these uuids, in no order.</summary>
    Task<ImmutableArray<EventState>> EventsAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellation = default);

    /// <summary>The decisions that name one of these events.</summary>
    Task<ImmutableArray<TwinDecision>> DecisionsOfAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellation = default);

    /// <summary>All decisions.</summary>
    Task<ImmutableArray<TwinDecision>> DecisionsAsync(CancellationToken cancellation = default);

    /// <summary>Gives up to <paramref name="limit"/> active rows of an earlier version their place.</summary>
    /// <returns>How many rows there were.</returns>
    Task<int> FillAsync(int limit, CancellationToken cancellation = default);
}

/// <summary>Where a reader of events by place has come to.</summary>
internal readonly record struct VenuePlace(long Venue, long Id)
{
    /// <summary>Before the first.</summary>
    public static readonly VenuePlace Start = new(long.MinValue, long.MinValue);
}

/// <summary>An event of a place.</summary>
internal readonly record struct VenueEvent(long Venue, EventState State);
