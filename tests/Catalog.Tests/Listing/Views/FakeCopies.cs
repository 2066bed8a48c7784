using System.Collections.Immutable;
using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Snapshots;

namespace Actors.Catalog.Tests.Listing.Views;

/// <summary>Rows that a test writes as it likes, with time stamps as it likes.</summary>
internal sealed class FakeCopies : IEventCopies
{
    private readonly SortedDictionary<long, StoredEvent> _rows = [];
    private int _pages;
    private int _documents;

    /// <summary>Set while the store is away.</summary>
    public Exception? Away { get; set; }

    /// <summary>Pages that were read.</summary>
    public int Pages => _pages;

    /// <summary>How often documents of a page were read.</summary>
    public int Documents => _documents;

    /// <summary>Happens while all rows are added up.</summary>
    public Action WhileSumming { get; set; } = () => { };

    /// <summary>Rows that were read by their numbers.</summary>
    public int Read { get; private set; }

    /// <summary>A backup is put back: only these rows are there, as new ones.</summary>
    public void Restore(params EventState[] events)
    {
        _rows.Clear();
        foreach (var e in events) Write(e);
    }

    public void Write(EventState e) => _rows[e.Id] = new StoredEvent(_rows.GetValueOrDefault(e.Id).Version + 1, e);

    public Task<EventSpan> SpanAsync(CancellationToken cancellationToken) =>
        Answer(_rows.Count == 0 ? default : new EventSpan(_rows.Count, _rows.Keys.First(), _rows.Keys.Last()));

    public Task<ImmutableArray<StoredEvent>> PageAsync(long after, long last, int limit, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _pages);
        return Answer(_rows.Values.Where(row => row.State.Id > after && row.State.Id <= last).Take(limit).ToImmutableArray());
    }

    public async Task<EventChangeList> ChangedAsync(DateTimeOffset since, int limit, bool tally, CancellationToken cancellationToken)
    {
        EventTally? sum = tally ? new EventTally(_rows.Count, _rows.Values.Sum(row => row.Version)) : null;
        if (tally) WhileSumming();
        var changed = _rows.Values.Where(row => row.State.ChangedAt >= since).Take(limit).Select(row => VersionOf(row));
        return await Answer(new EventChangeList([.. changed], sum));
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

    public Task<ImmutableArray<EventVersion>> VersionsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Answer(_rows.Values.Where(row => ids.Contains(row.State.Id)).Select(row => VersionOf(row)).ToImmutableArray());

    public Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Answer(_rows.Values.Select(row => row.State).Where(e => ids.Contains(e.Id)).ToImmutableArray());

    private static EventVersion VersionOf(StoredEvent row) => new(row.State.Id, row.Version, row.State.ChangedAt.ToUnixTimeMilliseconds());

    private Task<T> Answer<T>(T rows) => Away is null ? Task.FromResult(rows) : Task.FromException<T>(Away);
}
