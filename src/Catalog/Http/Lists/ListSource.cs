using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;
using Actors.Plumbing.Storage;

namespace Actors.Catalog.Http.Lists;

/// <summary>Knows whether a list is still true, and gets it anew when it is not.</summary>
internal sealed class ListSource(
    IEventRows rows, IEventCopies copies, EventChanges changes, SharedLists lists, CatalogOptions options, TimeProvider time)
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
            if (known is null && await IsLateAsync(look) && await lists.LastAsync(scope) is { } earlier) return earlier;
            return await look;
        }
        catch (StoreUnavailableException) when (known is null or { MadeAt: not null })
        {
            if ((known ?? await lists.LastAsync(scope)) is { } last) return last;
            throw;
        }
    }

    private async Task<bool> IsLateAsync(Task look)
    {
        await look.WaitAsync(s_patience, time).ContinueWith(static _ => { }, TaskScheduler.Default);
        return !look.IsCompleted;
    }

    private async Task<EventList> LookAtRowsAsync(EventScope scope, EventList? known)
    {
        var now = new Reading(changes.Count, time.GetUtcNow(), time.GetTimestamp());
        if (known is { MadeAt: null } && await IsQuietAsync(known.Filled, now)) return known;
        var tally = await copies.TallyAsync();
        return known switch
        {
            KeptList { MadeAt: null } kept when kept.Tally == tally && AgeOf(kept, now) < options.CacheTtl => kept with { Filled = At(kept.Filled, now) },
            LongList tooLong when AgeOf(tooLong, now) < s_long => tooLong.Of(tally),
            _ => await lists.FillAsync(scope, tally, now),
        };
    }

    // Cheaper than adding up all rows, and enough most of the time.
    private async Task<bool> IsQuietAsync(Reading filled, Reading now)
    {
        if (filled.Changes != now.Changes || time.GetElapsedTime(filled.Ticks, now.Ticks) >= options.CacheTtl) return false;
        return await rows.LastChangeAsync() is not { } change || change < filled.Clock - s_settling;
    }

    private TimeSpan AgeOf(EventList list, Reading now) => time.GetElapsedTime(list.Filled.Ticks, now.Ticks);

    // The rows were seen again, and are the same; the time to live goes on from when they were read.
    private static Reading At(Reading filled, Reading now) => now with { Ticks = filled.Ticks };
}
