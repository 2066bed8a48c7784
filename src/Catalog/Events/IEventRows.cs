using System.Collections.Frozen;
using System.Collections.Immutable;

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

    /// <summary>When any event last changed, in unix milliseconds by the clock of who changed it; zero when there is none. Quick.</summary>
    Task<long> LastChangeAsync(CancellationToken cancellationToken = default);

    /// <summary>What all rows are like at one moment: that takes a look at each.</summary>
    Task<EventMark> MarkAsync(CancellationToken cancellationToken = default);
}

/// <summary>A list that is asked for.</summary>
/// <param name="Active">Active events, or those whose dates have all gone by.</param>
/// <param name="EventType">One of the ten types, or null for all.</param>
internal readonly record struct EventScope(bool Active, string? EventType = null)
{
    /// <summary>For logs.</summary>
    public string Name => EventType ?? "all";
}
