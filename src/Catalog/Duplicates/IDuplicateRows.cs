using System.Collections.Immutable;
using Actors.Catalog.Duplicates.Matching;
using Actors.Catalog.Events;

namespace Actors.Catalog.Duplicates;

/// <summary>Queries events by place and operators' decisions, on the rows that the grains write.</summary>
internal interface IDuplicateRows
{
    /// <summary>The active events with a venue, ordered by venue and id.</summary>
    Task<IReadOnlyList<VenueEvent>> PlacesAsync(CancellationToken cancellationToken = default);

    /// <summary>The events with these uuids, in any order.</summary>
    Task<ImmutableArray<EventState>> EventsAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default);

    /// <summary>The decisions about any of these events.</summary>
    Task<ImmutableArray<DuplicateDecision>> DecisionsOfAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default);

    /// <summary>All decisions.</summary>
    Task<ImmutableArray<DuplicateDecision>> DecisionsAsync(CancellationToken cancellationToken = default);

    /// <summary>Sets the venue of up to <paramref name="limit"/> active rows of older versions.</summary>
    /// <returns>The number of updated rows.</returns>
    Task<int> BackfillAsync(int limit, CancellationToken cancellationToken = default);
}

/// <summary>An event at a venue.</summary>
internal sealed class VenueEvent
{
    /// <summary>The venue, a <see cref="VenueKey"/>.</summary>
    public long Venue { get; init; }

    /// <summary>The number of the event.</summary>
    public long Id { get; init; }
}
