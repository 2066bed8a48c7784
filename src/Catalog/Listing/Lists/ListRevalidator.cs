using Actors.Catalog.Events;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>Revalidates a list, and reads it again when rows have changed.</summary>
internal sealed partial class ListSource(
    IEventRows rows, SharedLists lists, CatalogOptions options, ListMetrics metrics, TimeProvider timeProvider, ILogger<ListSource> logger)
{
    /// <summary>How long to wait for the database when another process may have the list.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    /// <summary>How long a list that was too long is assumed to be so.</summary>
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The current list: <paramref name="known"/> when no row has changed. When nothing is known here and the database is away or slow, the shared copy of
    /// another process.
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
        if (known?.Point is not { } point || IsExpired(known)) return await lists.FillAsync(scope);
        var changes = await rows.ChangesAsync(point, limit: 1);
        if (changes.IsEmpty) return known;
        return known is LongList tooLong && AgeOf(known) < s_long ? tooLong.After(changes.Now) : await lists.FillAsync(scope);
    }

    private bool IsExpired(EventList list) => AgeOf(list) >= options.CacheTtl || (list is LongList { MayBeShort: true } && AgeOf(list) >= s_long);

    private TimeSpan AgeOf(EventList list) => timeProvider.GetElapsedTime(list.Filled);
}
