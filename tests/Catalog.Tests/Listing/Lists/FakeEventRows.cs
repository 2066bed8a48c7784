using System.Collections.Frozen;
using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>Rows that a test controls and whose reads are counted.</summary>
internal sealed class FakeEventRows : IEventRows
{
    private ImmutableArray<EventState> _events = [];
    private long _commits;
    private int _epoch;
    private int _lists;
    private int _pages;
    private int _looks;

    /// <summary>The rows. Setting them counts as one commit.</summary>
    public ImmutableArray<EventState> Events
    {
        get => _events;
        set => (_events, _commits) = (value, _commits + 1);
    }

    /// <summary>Restores a backup: other rows of another history, with as many commits.</summary>
    public void Restore(ImmutableArray<EventState> events) => (_events, _epoch) = (events, _epoch + 1);

    /// <summary>Every read awaits this task; a failed task simulates an outage.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Runs before a page is read, with the number of pages read before.</summary>
    public Action<int> BeforePage { get; set; } = _ => { };

    /// <summary>Runs after a query for changes, before its result is returned.</summary>
    public Func<Task> AfterLook { get; set; } = () => Task.CompletedTask;

    /// <summary>The number of queries for changes.</summary>
    public int Looks => Volatile.Read(ref _looks);

    /// <summary>The number of lists that were read, completely or in part.</summary>
    public int Lists => Volatile.Read(ref _lists);

    /// <summary>The number of pages that were read.</summary>
    public int Pages => Volatile.Read(ref _pages);

    public async Task<ImmutableArray<EventState>> PageAsync(EventScope scope, long after, int limit, CancellationToken cancellationToken = default)
    {
        if (after == long.MinValue) Interlocked.Increment(ref _lists);
        BeforePage(Interlocked.Increment(ref _pages) - 1);
        await Gate;
        return [.. Events.Where(e => e.Active == scope.Active && e.Id > after).OrderBy(e => e.Id).Take(limit)];
    }

    public async Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _looks);
        await Gate;
        var now = new CommitPoint($"{_epoch}", _commits + 1, []);
        var changed = since is null || since.Next == now.Next ? 0 : limit;
        await AfterLook();
        return new CommitChanges(now, [.. Enumerable.Range(1, changed).Select(id => new RowVersion(id, 1))], since is not null && since.Epoch != now.Epoch);
    }

    public Task<FrozenSet<Guid>> KnownAsync(IReadOnlyCollection<Guid> uuids, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<Guid?> UuidOfAsync(long id, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<ImmutableArray<Guid>> DueAsync(long shard, DateTimeOffset now, int limit, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
