using System.Security.Cryptography;
using System.Text.Json;
using Actors.Catalog.Grains.Events;
using Actors.Catalog.Ports;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Http.Lists;

/// <summary>
/// One list kept as bytes. At most once a second somebody looks whether any event changed; one look and one refill run at a time,
/// and everybody who asks meanwhile shares it. While the rows cannot be read, or not soon, what is there is served.
/// </summary>
internal sealed partial class CachedEventList(
    EventScope scope, IEventRows rows, EventChanges changes, TimeSpan ttl, TimeProvider time, ILogger<CachedEventList> logger)
{
    /// <summary>How long a look holds.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(1);

    /// <summary>Changes of other processes younger than this may still be joined by others with the same or an older time stamp.</summary>
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(2);

    /// <summary>How long a caller waits for a look when there is something older to serve.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private EventList? _list;
    private long _seen;
    private Task? _look;

    public async ValueTask<ServedList> GetAsync()
    {
        var (list, look) = Current();
        if (look is null) return new ServedList(list!, TimeSpan.Zero);
        if (list is null) await look;
        else if (await IsLateOrFailed(look)) return new ServedList(list, time.GetElapsedTime(_seen));
        return new ServedList(_list!, TimeSpan.Zero);
    }

    private (EventList? List, Task? Look) Current()
    {
        lock (_gate)
        {
            if (_list is not null && time.GetElapsedTime(_seen) < s_fresh) return (_list, null);
            if (_look is null or { IsCompleted: true }) _look = LookAsync();
            return (_list, _look);
        }
    }

    private async Task<bool> IsLateOrFailed(Task look)
    {
        // A failed look is logged where it failed; here it only means that what is there must do.
        await look.WaitAsync(s_patience, time).ContinueWith(static _ => { }, TaskScheduler.Default);
        return !look.IsCompletedSuccessfully;
    }

    private async Task LookAsync()
    {
        // Off the caller's thread and outside the gate.
        await Task.Yield();
        try
        {
            var now = new Reading(changes.Count, time.GetUtcNow(), time.GetTimestamp());
            var list = await IsUnchanged(now) ? _list! : await FillAsync(now);
            lock (_gate) (_list, _seen) = (list, now.Ticks);
        }
        catch (Exception e)
        {
            LogLookFailed(e, scope.EventType ?? "all");
            throw;
        }
    }

    private async Task<bool> IsUnchanged(Reading now)
    {
        if (_list?.Filled is not { } filled || filled.Changes != now.Changes) return false;
        if (time.GetElapsedTime(filled.Ticks, now.Ticks) >= ttl) return false;
        return await rows.LastChangeAsync() is not { } change || change < filled.Clock - s_settling;
    }

    private async Task<EventList> FillAsync(Reading now)
    {
        var events = await rows.ListAsync(scope);
        var body = JsonSerializer.SerializeToUtf8Bytes([.. events.Select(EventResponse.Of)], CatalogJson.Readable.EventResponseArray);
        return new EventList(body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"", now);
    }
}
