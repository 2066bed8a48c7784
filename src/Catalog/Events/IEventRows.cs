using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Events;

/// <summary>Queries on the rows that event grains write. A result includes every committed change.</summary>
internal interface IEventRows
{
    /// <summary>Up to <paramref name="limit"/> events of a list with numbers above <paramref name="after"/>, in order.</summary>
    Task<ImmutableArray<EventState>> PageAsync(EventScope scope, long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Those of these uuids that have an event.</summary>
    Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default);

    /// <summary>The uuid of the event with number <paramref name="id"/>, or null.</summary>
    Task<Guid?> UuidOfAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> events of a shard whose shown date has passed, longest overdue first.</summary>
    Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> events that changed after a point of the commit sequence. Without a point, only the current point.</summary>
    Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken = default);
}

/// <summary>The scope of a list.</summary>
/// <param name="Active">True for active events, false for those whose dates have all passed.</param>
/// <param name="EventType">One of the ten types; null for all.</param>
internal readonly record struct EventScope(bool Active, string? EventType = null)
{
    /// <summary>The name in logs and cache keys.</summary>
    public string Name => EventType ?? "all";
}
