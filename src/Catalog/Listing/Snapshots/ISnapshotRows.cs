using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Reads that keep a copy of all events in memory equal to the rows. Rows are never deleted.</summary>
internal interface IEventCopies
{
    /// <summary>How many rows there are, and their lowest and highest number; rows that are being written may be missing.</summary>
    Task<EventSpan> SpanAsync(CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> rows with numbers above <paramref name="after"/> and up to <paramref name="last"/>, in order.</summary>
    Task<ImmutableArray<StoredEvent>> PageAsync(long after, long last, int limit, CancellationToken cancellationToken = default);

    /// <summary>The rows that changed after a point of the commit sequence, at most <paramref name="limit"/>; without a point only where the sequence is now.</summary>
    Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken = default);

    /// <summary>The rows with these numbers, in no order.</summary>
    Task<ImmutableArray<StoredEvent>> RowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>The same rows with their documents as they are stored.</summary>
    Task<ImmutableArray<StoredDocument>> DocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>The events with these numbers, in no order.</summary>
    Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);
}

/// <summary>How many rows there are, the lowest and the highest number.</summary>
internal readonly record struct EventSpan(long Count, long First, long Last);

/// <summary>An event with the version of its row and the commit that wrote it.</summary>
internal readonly record struct StoredEvent(long Version, long Commit, EventState State);

/// <summary>A row as it is stored: its event as JSON (<see cref="EventJson"/>).</summary>
internal readonly record struct StoredDocument(RowVersion Row, byte[] Document);
