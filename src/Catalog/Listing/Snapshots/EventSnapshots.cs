using Actors.Catalog.Listing.Lists;
using Actors.Catalog.Listing.Pages;
using Actors.Search;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>
/// Keeps a snapshot of all events, at most a second older than the rows. The first filter or search loads all events; later refreshes read the rows
/// that the commit sequence names as changed.
/// </summary>
internal sealed partial class EventSnapshots
{
    /// <summary>With more changes than this all events are read again.</summary>
    public const int MaxChanges = 500_000;

    /// <summary>Changed rows per query.</summary>
    private const int PageSize = 5000;

    /// <summary>From this many events on, a load leaves enough garbage to pay for one compacting collection.</summary>
    private const int ManyEvents = 20_000;

    private readonly ISnapshotRows _rows;
    private readonly ILogger<EventSnapshots> _logger;
    private readonly RevalidatedValue<EventSnapshot> _current;

    public EventSnapshots(ISnapshotRows rows, TimeProvider timeProvider, ILogger<EventSnapshots> logger)
    {
        (_rows, _logger) = (rows, logger);
        _current = new RevalidatedValue<EventSnapshot>(RevalidateAsync, timeProvider);
    }

    /// <summary>The snapshot, and how long ago it was last known to be current: zero while the rows can be read.</summary>
    /// <remarks>Throws exceptions of the store only if the events were never read.</remarks>
    public ValueTask<(EventSnapshot Snapshot, TimeSpan Age)> GetAsync() => _current.GetAsync();

    private async Task<EventSnapshot> RevalidateAsync(EventSnapshot? known)
    {
        try
        {
            return known is null ? await LoadAsync() : await RefreshAsync(known);
        }
        catch (Exception e)
        {
            LogFailed(e);
            throw;
        }
    }

    private async Task<EventSnapshot> RefreshAsync(EventSnapshot known)
    {
        var changes = await _rows.ChangesAsync(known.Point, MaxChanges + 1);
        if (changes.IsNewEpoch || changes.Rows.Length > MaxChanges) return await LoadAsync();
        if (known.Index.IsFaulted) known = known with { Index = LoadIndexAsync() };
        foreach (var page in changes.Rows.Select(row => row.Id).Chunk(PageSize))
            known = known.With(await _rows.RowsAsync(page));
        return known with { Point = changes.Now };
    }

    private async Task<EventSnapshot> LoadAsync()
    {
        // The point is read first: the next refresh reads again what is committed while rows are read.
        var point = (await _rows.ChangesAsync(since: null, limit: 0)).Now;
        var facts = await new EventSnapshotLoad(_rows).FactsAsync();
        return new EventSnapshot(facts, LoadIndexAsync(), point, new PageRowCache());
    }

    private async Task<SearchIndex> LoadIndexAsync()
    {
        try
        {
            var index = await new EventSnapshotLoad(_rows).IndexAsync();
            LogLoaded(index.Count, index.Bytes);
            if (index.Count >= ManyEvents) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return index;
        }
        catch (Exception e)
        {
            // The next refresh tries again.
            LogFailed(e);
            throw;
        }
    }
}
