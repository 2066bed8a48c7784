using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>What it takes to keep a copy of all events in memory equal to the rows. Rows are never taken away.</summary>
internal interface IEventCopies
{
    /// <summary>How many rows there are, and between which numbers; those that are being written may be missing.</summary>
    Task<EventSpan> SpanAsync(CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> rows with numbers above <paramref name="after"/> and up to <paramref name="last"/>, in order.</summary>
    Task<ImmutableArray<StoredEvent>> PageAsync(long after, long last, int limit, CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> rows that changed at <paramref name="since"/> or later, in no order.</summary>
    /// <param name="since">The moment.</param>
    /// <param name="limit">Most rows.</param>
    /// <param name="tally">True to have all rows added up, at the same moment: that takes a look at each.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<EventChangeList> ChangedAsync(DateTimeOffset since, int limit, bool tally, CancellationToken cancellationToken = default);

    /// <summary>The rows with these numbers, in no order.</summary>
    Task<ImmutableArray<StoredEvent>> RowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>The same, as they are stored.</summary>
    Task<ImmutableArray<StoredDocument>> DocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>The versions of the rows with these numbers, in no order.</summary>
    Task<ImmutableArray<EventVersion>> VersionsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>The events with these numbers, in no order.</summary>
    Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);
}

/// <summary>How many rows there are and the sum of their versions: two equal tallies mean equal rows, as every write raises a version by one.</summary>
internal readonly record struct EventTally(long Count, long Versions);

/// <summary>How many rows there are, the least and the greatest number.</summary>
internal readonly record struct EventSpan(long Count, long First, long Last);

/// <summary>A row's number, its version, and when it changed, in unix milliseconds: after a backup was put back an equal version may be another row.</summary>
internal readonly record struct EventVersion(long Id, long Version, long ChangedAt);

/// <summary>Rows that changed.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Tally">What all rows added up to at the same moment; null when that was not asked.</param>
internal readonly record struct EventChangeList(ImmutableArray<EventVersion> Rows, EventTally? Tally);

/// <summary>An event with the version of its row.</summary>
internal readonly record struct StoredEvent(long Version, EventState State);

/// <summary>A row as it is stored: what tells it apart, and its event as JSON (<see cref="EventJson"/>).</summary>
internal readonly record struct StoredDocument(EventVersion Row, byte[] Document);
