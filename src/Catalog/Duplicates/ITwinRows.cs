using System.Collections.Immutable;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates;

/// <summary>Events by place and what operators decided of them: queries on the rows that the grains write.</summary>
internal interface ITwinRows
{
    /// <summary>The active events that have a place, by place and number.</summary>
    Task<IReadOnlyList<VenueEvent>> PlacesAsync(CancellationToken cancellationToken = default);

    /// <summary>The events with these uuids, in no order.</summary>
    Task<ImmutableArray<EventState>> EventsAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default);

    /// <summary>The decisions that name one of these events.</summary>
    Task<ImmutableArray<TwinDecision>> DecisionsOfAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default);

    /// <summary>All decisions.</summary>
    Task<ImmutableArray<TwinDecision>> DecisionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives up to <paramref name="limit"/> active rows of an earlier version their place.</summary>
    /// <returns>How many rows there were.</returns>
    Task<int> FillAsync(int limit, CancellationToken cancellationToken = default);
}

/// <summary>An event of a place.</summary>
internal sealed class VenueEvent
{
    /// <summary>The place: a <see cref="VenueKey"/>.</summary>
    public long Venue { get; init; }

    /// <summary>Our number of the event.</summary>
    public long Id { get; init; }
}
