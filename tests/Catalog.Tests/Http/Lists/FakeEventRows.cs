using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;

namespace Actors.Catalog.Tests.Http.Lists;

/// <summary>Rows that a test controls: what they hold, when they last changed, whether they answer, and how often they were read.</summary>
internal sealed class FakeEventRows : IEventRows
{
    private int _lists;

    public ImmutableArray<EventView> Events { get; set; } = [];

    public DateTimeOffset? LastChange { get; set; }

    /// <summary>What every read waits for; a failed task is a store that is away.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Lists => Volatile.Read(ref _lists);

    public async Task<ImmutableArray<EventView>> ListAsync(EventScope scope, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _lists);
        await Gate;
        return Events;
    }

    public async Task<DateTimeOffset?> LastChangeAsync(CancellationToken cancellation = default)
    {
        await Gate;
        return LastChange;
    }

    public Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    public Task<Guid?> UuidOfAsync(long id, CancellationToken cancellation = default) => throw new NotSupportedException();

    public Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellation = default) =>
        throw new NotSupportedException();
}
