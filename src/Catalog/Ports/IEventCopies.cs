using System.Collections.Immutable;
using Actors.Catalog.Grains.Events;

namespace Actors.Catalog.Ports;

/// <summary>What it takes to keep a copy of all events in memory equal to the rows. Rows are never taken away.</summary>
internal interface IEventCopies
{
    /// <summary>What the rows add up to: two equal tallies mean equal rows, as every write raises a version by one.</summary>
    Task<EventTally> TallyAsync(CancellationToken cancellation = default);

    /// <summary>Up to <paramref name="limit"/> rows with numbers above <paramref name="after"/>, in order.</summary>
    Task<ImmutableArray<StoredEvent>> PageAsync(long after, int limit, CancellationToken cancellation = default);

    /// <summary>Up to <paramref name="limit"/> rows that changed at <paramref name="since"/> or later, in no order.</summary>
    Task<ImmutableArray<StoredEvent>> ChangedAsync(DateTimeOffset since, int limit, CancellationToken cancellation = default);

    /// <summary>The events with these numbers, in no order.</summary>
    Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default);
}

/// <summary>How many rows there are and the sum of their versions.</summary>
internal readonly record struct EventTally(long Count, long Versions);

/// <summary>An event with the version of its row.</summary>
internal readonly record struct StoredEvent(long Version, EventState State);
