using Actors.Catalog.Http.Lists;
using Actors.Catalog.Ports;
using Actors.Catalog.Rules.Filters;
using Actors.Plumbing.Search;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Http.Views;

/// <summary>
/// Keeps a snapshot of all events, at most a second behind the rows. Nothing is read before somebody filters or searches; then everything is read
/// once, and afterwards what changed. Whether the snapshot is true is known from the sum of the rows' versions, whatever clocks say.
/// </summary>
internal sealed partial class EventSnapshots
{
    /// <summary>Rows read together.</summary>
    private const int PageSize = 2000;

    /// <summary>More changes than this are read as everything is.</summary>
    private const int MostChanges = 10_000;

    /// <summary>Rows may be committed later than their time stamps say, by other processes with other clocks too.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(10);

    private readonly IEventCopies _copies;
    private readonly ILogger<EventSnapshots> _logger;
    private readonly SharedLook<EventSnapshot> _look;
    private readonly EventTexts _texts = new();

    public EventSnapshots(IEventCopies copies, TimeProvider time, ILogger<EventSnapshots> logger) =>
        (_copies, _logger, _look) = (copies, logger, new SharedLook<EventSnapshot>(LookAsync, time));

    /// <summary>The events, and how long ago they were last known to be so: zero unless the rows cannot be read at the moment.</summary>
    /// <remarks>Throws what the store throws when the events have never been read.</remarks>
    public ValueTask<(EventSnapshot Snapshot, TimeSpan Age)> GetAsync() => _look.GetAsync();

    private async Task<EventSnapshot> LookAsync(EventSnapshot? known)
    {
        try
        {
            return known is null ? await LoadAsync() : await RefreshAsync(known, await _copies.TallyAsync());
        }
        catch (Exception e)
        {
            LogLookFailed(e);
            throw;
        }
    }

    private async Task<EventSnapshot> RefreshAsync(EventSnapshot known, EventTally tally)
    {
        if (tally == known.Tally) return known;
        if (tally.Versions - known.Tally.Versions is < 0 or > MostChanges) return await LoadAsync();
        var since = DateTimeOffset.FromUnixTimeMilliseconds(known.LastChange) - s_settling;
        var changed = await _copies.ChangedAsync(since, MostChanges);
        var next = known.With(changed, _texts);
        return next.Tally.Versions >= tally.Versions ? next : await LoadAsync();
    }

    private async Task<EventSnapshot> LoadAsync()
    {
        var (facts, index) = (new List<EventFacts>(), new SearchIndexBuilder());
        for (var after = long.MinValue; ; after = facts[^1].Id)
        {
            var page = await _copies.PageAsync(after, PageSize);
            foreach (var row in page)
            {
                facts.Add(_texts.FactsOf(row));
                index.Add(EventTexts.DocumentOf(row.State));
            }

            if (page.Length < PageSize) break;
        }

        var loaded = EventSnapshot.Of([.. facts], index.ToIndex());
        LogLoaded(loaded.Events.Length, loaded.Index.Bytes);
        return loaded;
    }
}
