using System.Text.Json;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Http.Lists;

/// <summary>One list kept as bytes. It is read again when any event changed.</summary>
internal sealed partial class CachedEventList(
    EventScope scope, IEventRows rows, EventChanges changes, TimeSpan ttl, TimeProvider time, ILogger<CachedEventList> logger)
{
    /// <summary>Changes of other processes younger than this may still be joined by others with the same or an older time stamp.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);

    private SharedLook<EventList>? _list;

    public async ValueTask<ServedList> GetAsync()
    {
        var (list, age) = await LazyInitializer.EnsureInitialized(ref _list, () => new SharedLook<EventList>(LookAsync, time)).GetAsync();
        return new ServedList(list, age);
    }

    private async Task<EventList> LookAsync(EventList? list)
    {
        try
        {
            var now = new Reading(changes.Count, time.GetUtcNow(), time.GetTimestamp());
            return list is not null && await IsUnchanged(list.Filled, now) ? list : await FillAsync(now);
        }
        catch (Exception e)
        {
            LogLookFailed(e, scope.EventType ?? "all");
            throw;
        }
    }

    private async Task<bool> IsUnchanged(Reading filled, Reading now)
    {
        if (filled.Changes != now.Changes || time.GetElapsedTime(filled.Ticks, now.Ticks) >= ttl) return false;
        return await rows.LastChangeAsync() is not { } change || change < filled.Clock - s_settling;
    }

    private async Task<EventList> FillAsync(Reading now)
    {
        var events = await rows.ListAsync(scope);
        var body = JsonSerializer.SerializeToUtf8Bytes([.. events.Select(EventResponse.Of)], CatalogJson.Readable.EventResponseArray);
        return new EventList(body, EntityTags.Of(body), now);
    }
}
