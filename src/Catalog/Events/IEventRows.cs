using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Events;

/// <summary>Lists of events: queries on the same rows that the grains write, exact at commit.</summary>
internal interface IEventRows
{
    /// <summary>Up to <paramref name="limit"/> events of a list with numbers above <paramref name="after"/>, in order.</summary>
    Task<ImmutableArray<EventState>> PageAsync(EventScope scope, long after, int limit, CancellationToken cancellationToken = default);

    /// <summary>Which of these uuids are events already.</summary>
    Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default);

    /// <summary>The uuid of the event with our number <paramref name="id"/>, or null.</summary>
    Task<Guid?> UuidOfAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>Up to <paramref name="limit"/> events of a shard whose shown date has gone by, longest overdue first.</summary>
    Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>The events that changed after a point of the commit sequence, at most <paramref name="limit"/>; without a point only where the sequence is now.</summary>
    Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken = default);
}

/// <summary>The scope of a list.</summary>
/// <param name="Active">Active events, or those whose dates have all gone by.</param>
/// <param name="EventType">One of the ten types, or null for all.</param>
internal readonly record struct EventScope(bool Active, string? EventType = null)
{
    /// <summary>The scope in logs and cache keys.</summary>
    public string Name => EventType ?? "all";
}
