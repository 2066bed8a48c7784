using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Rows that count the pages of lists that were read.</summary>
internal sealed class CountedRows(IEventRows rows) : IEventRows
{
    private int _pages;

    public int Pages => Volatile.Read(ref _pages);

    public Task<ImmutableArray<EventState>> PageAsync(EventScope scope, long after, int limit, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _pages);
        return rows.PageAsync(scope, after, limit, cancellationToken);
    }

    public Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default) => rows.KnownAsync(uuids, cancellationToken);

    public Task<Guid?> UuidOfAsync(long id, CancellationToken cancellationToken = default) => rows.UuidOfAsync(id, cancellationToken);

    public Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        rows.DueAsync(shard, now, limit, cancellationToken);

    public Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken = default) =>
        rows.ChangesAsync(since, limit, cancellationToken);
}
