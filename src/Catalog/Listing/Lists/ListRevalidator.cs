using Actors.Catalog.Events;
using Actors.Persistence;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>Revalidates a list, and reads it again if rows have changed.</summary>
internal sealed partial class ListRevalidator(
    IEventRows rows, ListLoader loader, CatalogOptions options, ListMetrics metrics, TimeProvider timeProvider, ILogger<ListRevalidator> logger)
{
    /// <summary>How long a process without the list waits for the database before it serves a shared copy.</summary>
    private static readonly TimeSpan s_maxWait = TimeSpan.FromSeconds(2);

    /// <summary>How long a list counts as too long without a new measurement.</summary>
    private static readonly TimeSpan s_streamedFor = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The current list; <paramref name="known"/> if no row has changed. Without a known list the shared copy of another process, if the database is
    /// slow or unavailable.
    /// </summary>
    /// <remarks>Throws exceptions of the store if there is neither a known list nor a shared copy.</remarks>
    public async Task<EventList> RevalidateAsync(EventScope scope, EventList? known)
    {
        try
        {
            var check = CheckRowsAsync(scope, known);
            if (known is null && await IsLateAsync(check) && await loader.FindSharedCopyAsync(scope) is { } earlier) return ServeSharedCopy(scope, earlier, null);
            return await check;
        }
        catch (StoreUnavailableException failure) when (known is null or { MadeAt: not null })
        {
            if ((known ?? await loader.FindSharedCopyAsync(scope)) is { } last) return ServeSharedCopy(scope, last, failure);
            throw;
        }
    }

    private EventList ServeSharedCopy(EventScope scope, EventList copy, Exception? failure)
    {
        metrics.SharedCopyServed();
        LogSharedCopyServed(failure, scope.Name, copy.MadeAt);
        return copy;
    }

    private async Task<bool> IsLateAsync(Task check)
    {
        await check.WaitAsync(s_maxWait, timeProvider).ContinueWith(static _ => { }, TaskScheduler.Default);
        return !check.IsCompleted;
    }

    private async Task<EventList> CheckRowsAsync(EventScope scope, EventList? known)
    {
        if (known?.Point is not { } point || IsExpired(known)) return await loader.LoadAsync(scope);
        var changes = await rows.ChangesAsync(point, limit: 1);
        if (changes.IsEmpty) return known;
        return known is StreamedList tooLong && AgeOf(known) < s_streamedFor ? tooLong.After(changes.Now) : await loader.LoadAsync(scope);
    }

    private bool IsExpired(EventList list) => AgeOf(list) >= options.CacheTtl || (list is StreamedList { MayBeShort: true } && AgeOf(list) >= s_streamedFor);

    private TimeSpan AgeOf(EventList list) => timeProvider.GetElapsedTime(list.Filled);
}
