using System.Collections.Immutable;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;

namespace Actors.Catalog.Tests.Http.Views;

/// <summary>Rows that a test writes as it likes, with time stamps as it likes.</summary>
internal sealed class FakeCopies : IEventCopies
{
    private readonly SortedDictionary<long, StoredEvent> _rows = [];

    /// <summary>Set while the store is away.</summary>
    public Exception? Away { get; set; }

    /// <summary>Pages that were read.</summary>
    public int Pages { get; private set; }

    public void Write(EventState e) => _rows[e.Id] = new StoredEvent(_rows.GetValueOrDefault(e.Id).Version + 1, e);

    public Task<EventTally> TallyAsync(CancellationToken cancellation) =>
        Answer(new EventTally(_rows.Count, _rows.Values.Sum(row => row.Version)));

    public Task<ImmutableArray<StoredEvent>> PageAsync(long after, int limit, CancellationToken cancellation)
    {
        Pages++;
        return Answer(_rows.Values.Where(row => row.State.Id > after).Take(limit).ToImmutableArray());
    }

    public Task<ImmutableArray<StoredEvent>> ChangedAsync(DateTimeOffset since, int limit, CancellationToken cancellation) =>
        Answer(_rows.Values.Where(row => row.State.ChangedAt >= since).Take(limit).ToImmutableArray());

    public Task<ImmutableArray<EventState>> ByIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellation) =>
        Answer(_rows.Values.Select(row => row.State).Where(e => ids.Contains(e.Id)).ToImmutableArray());

    private Task<T> Answer<T>(T rows) => Away is null ? Task.FromResult(rows) : Task.FromException<T>(Away);
}
