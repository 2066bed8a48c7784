using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Rows that a test controls: what they hold, when they last changed, whether they answer, and how often they were read.</summary>
internal sealed class FakeEventRows : IEventRows
{
    private ImmutableArray<EventState> _events = [];
    private long _versions;
    private int _lists;
    private int _pages;
    private int _marks;
    private int _marksDone;

    public ImmutableArray<EventState> Events
    {
        get => _events;
        set => (_events, _versions) = (value, _versions + 1);
    }

    public DateTimeOffset? LastChange { get; set; }

    /// <summary>Other rows of another history, whose versions add up to the same.</summary>
    public void Restore(ImmutableArray<EventState> events, DateTimeOffset lastChange) => (_events, LastChange) = (events, lastChange);

    /// <summary>What they are like.</summary>
    private EventMark Mark => new(Events.Length, _versions, LastChange?.ToUnixTimeMilliseconds() ?? 0);

    /// <summary>What every read waits for; a failed task is a store that is away.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Happens before a page is read, given how many were read before.</summary>
    public Action<int> BeforePage { get; set; } = _ => { };

    /// <summary>Happens while all rows are added up.</summary>
    public Action WhileAddingUp { get; set; } = () => { };

    /// <summary>Happens when all rows have been added up.</summary>
    public Func<Task> AfterAddingUp { get; set; } = () => Task.CompletedTask;

    /// <summary>How often all rows were added up.</summary>
    public int Marks => Volatile.Read(ref _marks);

    /// <summary>How often that came to its end.</summary>
    public int MarksDone => Volatile.Read(ref _marksDone);

    /// <summary>How often lists were read, whole or in part.</summary>
    public int Lists => Volatile.Read(ref _lists);

    /// <summary>How many pages of lists were read.</summary>
    public int Pages => Volatile.Read(ref _pages);

    public async Task<ImmutableArray<EventState>> PageAsync(EventScope scope, long after, int limit, CancellationToken cancellationToken = default)
    {
        if (after == long.MinValue) Interlocked.Increment(ref _lists);
        BeforePage(Interlocked.Increment(ref _pages) - 1);
        await Gate;
        return [.. Events.Where(e => e.Active == scope.Active && e.Id > after).OrderBy(e => e.Id).Take(limit)];
    }

    public async Task<long> LastChangeAsync(CancellationToken cancellationToken = default)
    {
        await Gate;
        return Mark.LastChange;
    }

    public async Task<EventMark> MarkAsync(CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _marks);
        await Gate;
        WhileAddingUp();
        var mark = Mark;
        await AfterAddingUp();
        Interlocked.Increment(ref _marksDone);
        return mark;
    }

    public Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<Guid?> UuidOfAsync(long id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
