using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Tests.Http.Lists;

/// <summary>Rows that count how many pages of lists were read.</summary>
internal sealed class CountedRows(IEventRows rows) : IEventRows
{
    private int _pages;

    public int Pages => Volatile.Read(ref _pages);

    public Task<ImmutableArray<EventView>> PageAsync(EventScope scope, long after, int limit, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _pages);
        return rows.PageAsync(scope, after, limit, cancellation);
    }

    public Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellation = default) => rows.KnownAsync(uuids, cancellation);

    public Task<Guid?> UuidOfAsync(long id, CancellationToken cancellation = default) => rows.UuidOfAsync(id, cancellation);

    public Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellation = default) =>
        rows.DueAsync(shard, now, limit, cancellation);

    public Task<long> LastChangeAsync(CancellationToken cancellation = default) => rows.LastChangeAsync(cancellation);

    public Task<EventMark> MarkAsync(CancellationToken cancellation = default) => rows.MarkAsync(cancellation);
}
