using Actors.Catalog.Events;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>Knows whether a list is still true, and gets it anew when it is not.</summary>
internal sealed partial class ListSource(
    IEventRows rows, RowsMark marks, EventChanges changes, SharedLists lists, CatalogOptions options, ListMetrics metrics, TimeProvider timeProvider, ILogger<ListSource> logger)
{
    /// <summary>Changes of other processes younger than this may still be joined by others with the same or an older time stamp.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);

    /// <summary>How long the store is waited for when others may have the list.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>How long a list that was too long is taken to be so.</summary>
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The list as it is now: <paramref name="known"/> if it is still true. While the store is away or takes long, and nothing is known here, what others made.
    /// </summary>
    /// <remarks>Throws what the store throws.</remarks>
    public async Task<EventList> LookAsync(EventScope scope, EventList? known)
    {
        try
        {
            var look = LookAtRowsAsync(scope, known);
            if (known is null && await IsLateAsync(look) && await lists.LastAsync(scope) is { } earlier) return Instead(scope, earlier, null);
            return await look;
        }
        catch (StoreUnavailableException away) when (known is null or { MadeAt: not null })
        {
            if ((known ?? await lists.LastAsync(scope)) is { } last) return Instead(scope, last, away);
            throw;
        }
    }

    private EventList Instead(EventScope scope, EventList others, Exception? away)
    {
        metrics.ServedInstead();
        LogInstead(away, scope.Name, others.MadeAt);
        return others;
    }

    private async Task<bool> IsLateAsync(Task look)
    {
        await look.WaitAsync(s_patience, timeProvider).ContinueWith(static _ => { }, TaskScheduler.Default);
        return !look.IsCompleted;
    }

    private async Task<EventList> LookAtRowsAsync(EventScope scope, EventList? known)
    {
        var now = new Reading(changes.Count, timeProvider.GetUtcNow(), timeProvider.GetTimestamp());
        if (known is { MadeAt: null } && await IsQuietAsync(known, now)) return known;
        var mark = await marks.NowAsync();
        return known switch
        {
            KeptList { MadeAt: null } kept when kept.Mark == mark && AgeOf(kept, now) < options.CacheTtl => kept with { Filled = At(kept.Filled, now) },
            LongList tooLong when AgeOf(tooLong, now) < s_long => tooLong.Of(mark),
            _ => await lists.FillAsync(scope, mark, now),
        };
    }

    // Cheaper than adding up all rows for each list, and enough most of the time.
    private async Task<bool> IsQuietAsync(EventList known, Reading now)
    {
        if (known.Filled.Changes != now.Changes || AgeOf(known, now) >= options.CacheTtl) return false;
        var last = await rows.LastChangeAsync();
        return last == known.Mark.LastChange && last < (known.Filled.Clock - s_settling).ToUnixTimeMilliseconds() && await marks.IsStillAsync(known.Mark);
    }

    private TimeSpan AgeOf(EventList list, Reading now) => timeProvider.GetElapsedTime(list.Filled.Ticks, now.Ticks);

    // The rows were seen again, and are the same; the time to live goes on from when they were read.
    private static Reading At(Reading filled, Reading now) => now with { Ticks = filled.Ticks };
}
