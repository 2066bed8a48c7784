using Actors.Catalog.Listing.Lists;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>
/// Keeps a snapshot of all events, at most a second behind the rows. Nothing is read before the first filter or search; then everything is read once, and
/// afterwards the rows that the commit sequence names as changed.
/// </summary>
internal sealed partial class EventSnapshots
{
    /// <summary>With more changes than this everything is read again.</summary>
    public const int MostChanges = 500_000;

    /// <summary>Changed rows read together.</summary>
    private const int PageSize = 5000;

    /// <summary>From this many events on, the first load leaves so much garbage that one compacting collection pays, before anything is served.</summary>
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
            return known is null ? await LoadFirstAsync() : await RefreshAsync(known);
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
        foreach (var page in known.NewIn(changes.Rows).Select(row => row.Id).Chunk(PageSize).ToArray())
            known = known.With(await _copies.RowsAsync(page));
        return known with { Point = changes.Now };
    }

    private async Task<EventSnapshot> LoadAsync()
    {
        var loaded = await new EventSnapshotLoad(_copies).RunAsync();
        LogLoaded(loaded.Facts.Count, loaded.Index.Bytes);
        return loaded;
    }

    private async Task<EventSnapshot> LoadFirstAsync()
    {
        var loaded = await LoadAsync();
        if (loaded.Facts.Count >= ManyEvents) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return loaded;
    }
}
