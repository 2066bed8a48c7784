using Actors.Catalog.Listing.Lists;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>
/// Keeps a snapshot of all events, at most a second behind the rows. Nothing is read before somebody filters or searches; then everything is read
/// once, and afterwards what changed. Whether the snapshot is true is known from the sum of the rows' versions, whatever clocks say.
/// </summary>
internal sealed partial class EventSnapshots
{
    /// <summary>Rows may be committed later than their time stamps say, by other processes with other clocks too.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    /// <summary>Reading this many leaves so much behind that it is worth a pause to give it back at once: the first time, when nobody is served yet.</summary>
    private const int ManyEvents = 20_000;

    private readonly IEventCopies _copies;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger<EventSnapshots> _logger;
    private readonly SharedLook<EventSnapshot> _look;
    private readonly TallyPace _pace;
    private readonly SnapshotRepair _repair;

    /// <summary>When the rows were read last: what was committed before is in the snapshot.</summary>
    private DateTimeOffset _readAt;

    public EventSnapshots(IEventCopies copies, TimeProvider timeProvider, ILogger<EventSnapshots> logger)
    {
        (_copies, _timeProvider, _logger, _pace, _repair) = (copies, timeProvider, logger, new TallyPace(timeProvider), new SnapshotRepair(copies));
        _look = new SharedLook<EventSnapshot>(LookAsync, timeProvider);
    }

    /// <summary>The events, and how long ago they were last known to be so: zero unless the rows cannot be read at the moment.</summary>
    /// <remarks>Throws what the store throws when the events have never been read.</remarks>
    public ValueTask<(EventSnapshot Snapshot, TimeSpan Age)> GetAsync() => _look.GetAsync();

    private async Task<EventSnapshot> LookAsync(EventSnapshot? known)
    {
        var started = _timeProvider.GetUtcNow();
        try
        {
            var next = known is null ? await LoadFirstAsync() : await RefreshAsync(known);
            _readAt = started;
            return next;
        }
        catch (Exception e)
        {
            LogLookFailed(e);
            throw;
        }
    }

    private async Task<EventSnapshot> RefreshAsync(EventSnapshot known)
    {
        var since = _readAt - Settling;
        var found = await _pace.CheckAsync(tally => _copies.ChangedAsync(since, SnapshotRepair.MostChanges + 1, tally), known.AddsUpWith);
        if (found is { Rows.Length: <= SnapshotRepair.MostChanges } list) return await _repair.TakeInAsync(known, list);
        return await _repair.RunAsync(known, _readAt) ?? await LoadAsync();
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
