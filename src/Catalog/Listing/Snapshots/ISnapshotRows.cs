using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>The queries that keep the snapshot equal to the rows. Rows are never deleted.</summary>
internal interface ISnapshotRows
{
    /// <summary>The number of rows and their lowest and highest number. Rows that are being written may be missing.</summary>
    Task<IdRange> RangeAsync(CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> rows with numbers above <paramref name="after"/> and up to <paramref name="last"/>, in order.</summary>
    Task<ImmutableArray<StoredEvent>> PageAsync(long after, long last, int limit, CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> rows that changed after a point of the commit sequence. Without a point, only the current point.</summary>
    Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken = default);

    /// <summary>The rows with these numbers, in any order.</summary>
    Task<ImmutableArray<StoredEvent>> RowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>The same rows with the stored documents.</summary>
    Task<ImmutableArray<StoredDocument>> DocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);

    /// <summary>The events with these numbers, in any order.</summary>
    Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken = default);
}

/// <summary>The number of rows and their lowest and highest number.</summary>
internal readonly record struct IdRange(long Count, long First, long Last);

/// <summary>An event with the version of its row and the commit that wrote it.</summary>
internal readonly record struct StoredEvent(long Version, long Commit, EventState State);

/// <summary>A row with its stored document (<see cref="EventJson"/>).</summary>
internal readonly record struct StoredDocument(RowVersion Row, byte[] Document);
