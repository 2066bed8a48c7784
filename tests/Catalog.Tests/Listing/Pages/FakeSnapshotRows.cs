using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;
using Actors.Persistence.Commits;

namespace Actors.Catalog.Tests.Listing.Pages;

/// <summary>Rows that a test writes, with the commit sequence of one writer.</summary>
internal sealed class FakeSnapshotRows : ISnapshotRows
{
    private readonly SortedDictionary<long, StoredEvent> _rows = [];
    private long _commits;
    private int _epoch;
    private int _pages;
    private int _documents;

    /// <summary>True while the store is unavailable.</summary>
    public Exception? Away { get; set; }

    /// <summary>The number of pages that were read.</summary>
    public int Pages => _pages;

    /// <summary>The number of queries for documents.</summary>
    public int Documents => _documents;

    /// <summary>The number of rows that were read by number.</summary>
    public int Read { get; private set; }

    /// <summary>Runs after a page was read.</summary>
    public Action AfterPage { get; set; } = () => { };

    /// <summary>Restores a backup: only these rows exist, as new ones of another history.</summary>
    public void Restore(params EventState[] events)
    {
        _epoch++;
        _rows.Clear();
        foreach (var e in events) Write(e);
    }

    public void Write(EventState e) => _rows[e.Id] = new StoredEvent(_rows.GetValueOrDefault(e.Id).Version + 1, ++_commits, e);

    public Task<IdRange> RangeAsync(CancellationToken cancellationToken) =>
        Answer(_rows.Count == 0 ? default : new IdRange(_rows.Count, _rows.Keys.First(), _rows.Keys.Last()));

    public Task<ImmutableArray<StoredEvent>> PageAsync(long after, long last, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _pages);
        var page = _rows.Values.Where(row => row.State.Id > after && row.State.Id <= last).Take(limit).ToImmutableArray();
        AfterPage();
        return Answer(page);
    }

    public Task<CommitChanges> ChangesAsync(CommitPoint? since, int limit, CancellationToken cancellationToken)
    {
        var now = new CommitPoint($"{_epoch}", _commits + 1, []);
        if (since is not null && since.Epoch != now.Epoch) return Answer(new CommitChanges(now, [], IsNewEpoch: true));
        var changed = _rows.Values.Where(row => row.Commit >= (since?.Next ?? long.MaxValue)).Take(limit).Select(VersionOf);
        return Answer(new CommitChanges(now, [.. changed], IsNewEpoch: false));
    }

    public Task<ImmutableArray<StoredEvent>> RowsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        Read += ids.Count;
        return Answer(_rows.Values.Where(row => ids.Contains(row.State.Id)).ToImmutableArray());
    }

    public async Task<ImmutableArray<StoredDocument>> DocumentsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _documents);
        var rows = await RowsAsync(ids, cancellationToken);
        return [.. rows.Select(row => new StoredDocument(VersionOf(row), JsonSerializer.SerializeToUtf8Bytes(row.State, EventJson.Stored.EventState)))];
    }

    public Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Answer(_rows.Values.Select(row => row.State).Where(e => ids.Contains(e.Id)).ToImmutableArray());

    private static RowVersion VersionOf(StoredEvent row) => new(row.State.Id, row.Version);

    private Task<T> Answer<T>(T rows) => Away is null ? Task.FromResult(rows) : Task.FromException<T>(Away);
}
