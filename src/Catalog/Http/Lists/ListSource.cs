using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Http.Lists;

/// <summary>Where lists come from, and how it is known whether one is still true.</summary>
internal sealed class ListSource(
    IEventRows rows, IEventCopies copies, EventChanges changes, CatalogOptions options, ListMetrics metrics, TimeProvider time, ILogger<ListPages> logger)
{
    /// <summary>Changes of other processes younger than this may still be joined by others with the same or an older time stamp.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);

    /// <summary>How long a list that was too long is taken to be so.</summary>
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(10);

    /// <summary>The list as it is now: <paramref name="known"/> if it is still true.</summary>
    /// <remarks>Throws what the store throws.</remarks>
    public async Task<EventList> LookAsync(EventScope scope, EventList? known)
    {
        var now = new Reading(changes.Count, time.GetUtcNow(), time.GetTimestamp());
        if (known is not null && await IsQuietAsync(known.Filled, now)) return known;
        var tally = await copies.TallyAsync();
        return known switch
        {
            KeptList kept when kept.Tally == tally && AgeOf(kept, now) < options.CacheTtl => kept with { Filled = At(kept.Filled, now) },
            LongList tooLong when AgeOf(tooLong, now) < s_long => tooLong with { ETag = LongList.TagOf(tally), Tally = tally, Filled = At(tooLong.Filled, now) },
            _ => await FillAsync(scope, tally, now),
        };
    }

    // Cheaper than adding up all rows, and enough most of the time.
    private async Task<bool> IsQuietAsync(Reading filled, Reading now)
    {
        if (filled.Changes != now.Changes || time.GetElapsedTime(filled.Ticks, now.Ticks) >= options.CacheTtl) return false;
        return await rows.LastChangeAsync() is not { } change || change < filled.Clock - s_settling;
    }

    private async Task<EventList> FillAsync(EventScope scope, EventTally tally, Reading now)
    {
        var pages = new ListPages(scope, rows, logger);
        var body = await pages.ReadAsync();
        metrics.Filled(body is null ? ListMetrics.TooLong : ListMetrics.FromRows);
        return body is null ? new LongList(pages, tally, now) : new KeptList(body, EntityTags.Of(body), tally, now);
    }

    private TimeSpan AgeOf(EventList list, Reading now) => time.GetElapsedTime(list.Filled.Ticks, now.Ticks);

    // The rows were seen again, and are the same; the time to live goes on from when they were read.
    private static Reading At(Reading filled, Reading now) => now with { Ticks = filled.Ticks };
}
