using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;

namespace Actors.Catalog.Tests.Http.Lists;

/// <summary>Rows that a test controls: what they hold, when they last changed, whether they answer, and how often they were read.</summary>
internal sealed class FakeEventRows : IEventRows, IEventCopies
{
    private ImmutableArray<EventView> _events = [];
    private long _versions;
    private int _lists;
    private int _pages;

    public ImmutableArray<EventView> Events
    {
        get => _events;
        set => (_events, _versions) = (value, _versions + 1);
    }

    public DateTimeOffset? LastChange { get; set; }

    /// <summary>What every read waits for; a failed task is a store that is away.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Happens before a page is read, given how many were read before.</summary>
    public Action<int> BeforePage { get; set; } = _ => { };

    /// <summary>How often lists were read, whole or in part.</summary>
    public int Lists => Volatile.Read(ref _lists);

    /// <summary>How many pages of lists were read.</summary>
    public int Pages => Volatile.Read(ref _pages);

    public async Task<ImmutableArray<EventView>> PageAsync(EventScope scope, long after, int limit, CancellationToken cancellation = default)
    {
        if (after == long.MinValue) Interlocked.Increment(ref _lists);
        BeforePage(Interlocked.Increment(ref _pages) - 1);
        await Gate;
        return [.. Events.Where(e => e.Active == scope.Active && e.Id > after).OrderBy(e => e.Id).Take(limit)];
    }

    public async Task<DateTimeOffset?> LastChangeAsync(CancellationToken cancellation = default)
    {
        await Gate;
        return LastChange;
    }

    public async Task<EventTally> TallyAsync(CancellationToken cancellation = default)
    {
        await Gate;
        return new EventTally(Events.Length, _versions);
    }

    public Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<Guid?> UuidOfAsync(long id, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<EventSpan> SpanAsync(CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<StoredEvent>> PageAsync(long after, long last, int limit, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<EventChangeList> ChangedAsync(DateTimeOffset since, int limit, bool tally, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<StoredEvent>> RowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<StoredDocument>> DocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<EventVersion>> VersionsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
