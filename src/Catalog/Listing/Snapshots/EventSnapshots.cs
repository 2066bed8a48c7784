using Actors.Catalog.Listing.Lists;
using Actors.Catalog.Listing.Views;
using Actors.Search;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>
/// Keeps a snapshot of all events, at most a second behind the rows. Nothing is read before the first filter or search; then everything is read, and afterwards
/// the rows that the commit sequence names as changed.
/// </summary>
internal sealed partial class EventSnapshots
{
    /// <summary>With more changes than this everything is read again.</summary>
    public const int MostChanges = 500_000;

    /// <summary>Changed rows read together.</summary>
    private const int PageSize = 5000;

    /// <summary>From this many events on, a load leaves so much garbage that one compacting collection pays.</summary>
    private const int ManyEvents = 20_000;

    private readonly IEventCopies _copies;
    private readonly ILogger<EventSnapshots> _logger;
    private readonly SharedLook<EventSnapshot> _look;

    public EventSnapshots(IEventCopies copies, TimeProvider timeProvider, ILogger<EventSnapshots> logger)
    {
        (_copies, _logger) = (copies, logger);
        _look = new SharedLook<EventSnapshot>(LookAsync, timeProvider);
    }

    /// <summary>The snapshot, and how long ago it was last known to be current: zero, unless the rows cannot be read at the moment.</summary>
    /// <remarks>Throws what the store throws when the events have never been read.</remarks>
    public ValueTask<(EventSnapshot Snapshot, TimeSpan Age)> GetAsync() => _look.GetAsync();

    private async Task<EventSnapshot> LookAsync(EventSnapshot? known)
    {
        try
        {
            return known is null ? await LoadAsync() : await RefreshAsync(known);
        }
        catch (Exception e)
        {
            LogLookFailed(e);
            throw;
        }
    }

    private async Task<EventSnapshot> RefreshAsync(EventSnapshot known)
    {
        var changes = await _copies.ChangesAsync(known.Point, MostChanges + 1);
        if (changes.IsNewEpoch || changes.Rows.Length > MostChanges) return await LoadAsync();
        if (known.Index.IsFaulted) known = known with { Index = LoadIndexAsync() };
        foreach (var page in changes.Rows.Select(row => row.Id).Chunk(PageSize))
            known = known.With(await _copies.RowsAsync(page));
        return known with { Point = changes.Now };
    }

    private async Task<EventSnapshot> LoadAsync()
    {
        // The point comes first: what is committed while rows are read is read again by the next refresh.
        var point = (await _copies.ChangesAsync(since: null, limit: 0)).Now;
        var facts = await new EventSnapshotLoad(_copies).FactsAsync();
        return new EventSnapshot(facts, LoadIndexAsync(), point, new RowMemory());
    }

    private async Task<SearchIndex> LoadIndexAsync()
    {
        try
        {
            var index = await new EventSnapshotLoad(_copies).IndexAsync();
            LogLoaded(index.Count, index.Bytes);
            if (index.Count >= ManyEvents) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            return index;
        }
        catch (Exception e)
        {
            // The next refresh tries again.
            LogLookFailed(e);
            throw;
        }
    }
}
