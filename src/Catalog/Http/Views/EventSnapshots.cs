using Actors.Catalog.Http.Lists;
using Actors.Catalog.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Http.Views;

/// <summary>
/// Keeps a snapshot of all events, at most a second behind the rows. Nothing is read before somebody filters or searches; then everything is read
/// once, and afterwards what changed. Whether the snapshot is true is known from the sum of the rows' versions, whatever clocks say.
/// </summary>
internal sealed partial class EventSnapshots
{
    /// <summary>More changes than this in a few seconds are read as everything is.</summary>
    private const int MostChanges = 500_000;

    /// <summary>Changed rows taken in together.</summary>
    private const int PageSize = 5000;

    /// <summary>Reading this many leaves so much behind that it is worth a pause to give it back to the system at once.</summary>
    private const int ManyEvents = 20_000;

    /// <summary>Rows may be committed later than their time stamps say, by other processes with other clocks too.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(10);

    private readonly IEventCopies _copies;
    private readonly TimeProvider _time;
    private readonly ILogger<EventSnapshots> _logger;
    private readonly SharedLook<EventSnapshot> _look;
    private readonly TallyPace _pace;

    /// <summary>When the rows were read last: what was committed before is in the snapshot.</summary>
    private DateTimeOffset _readAt;

    public EventSnapshots(IEventCopies copies, TimeProvider time, ILogger<EventSnapshots> logger)
    {
        (_copies, _time, _logger, _pace) = (copies, time, logger, new TallyPace(time));
        _look = new SharedLook<EventSnapshot>(LookAsync, time);
    }

    /// <summary>The events, and how long ago they were last known to be so: zero unless the rows cannot be read at the moment.</summary>
    /// <remarks>Throws what the store throws when the events have never been read.</remarks>
    public ValueTask<(EventSnapshot Snapshot, TimeSpan Age)> GetAsync() => _look.GetAsync();

    private async Task<EventSnapshot> LookAsync(EventSnapshot? known)
    {
        var started = _time.GetUtcNow();
        try
        {
            var next = known is null ? await LoadAsync() : await RefreshAsync(known);
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
        var since = _readAt - s_settling;
        if (await _pace.CheckAsync(tally => _copies.ChangedAsync(since, MostChanges + 1, tally), list => IsTrue(known, list)) is not { } list || list.Rows.Length > MostChanges)
            return await LoadAsync();
        var next = known;
        foreach (var page in known.NewIn(list.Rows).Select(row => row.Id).Chunk(PageSize).ToArray())
            next = next.With(await _copies.RowsAsync(page));
        return next;
    }

    // With what changed, the snapshot adds up to what the rows did at that moment.
    private static bool IsTrue(EventSnapshot known, EventChangeList list)
    {
        var (count, versions) = (known.Tally.Count, known.Tally.Versions);
        foreach (var row in known.NewIn(list.Rows))
        {
            var before = known.Facts.VersionOf(row.Id);
            (count, versions) = (before == 0 ? count + 1 : count, versions + row.Version - before);
        }

        return new EventTally(count, versions) == list.Tally;
    }

    private async Task<EventSnapshot> LoadAsync()
    {
        var loaded = await new EventSnapshotLoad(_copies).RunAsync();
        LogLoaded(loaded.Facts.Count, loaded.Index.Bytes);
        if (loaded.Facts.Count >= ManyEvents) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return loaded;
    }
}
