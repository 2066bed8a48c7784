using System.Collections.Concurrent;

namespace Actors.Catalog.Events;

/// <summary>
/// Finds the uuid of an event by its number, and caches it because it never changes. Unknown numbers are not cached, so that requests for them
/// cost no memory.
/// </summary>
internal sealed class EventUuidCache(IEventRows rows)
{
    /// <summary>Maximum entries, of some 60 bytes each. A full cache is cleared.</summary>
    public const int MaxEntries = 200_000;

    private readonly ConcurrentDictionary<long, Guid> _uuids = new();
    private int _count;

    /// <summary>The uuid, or null if no event has the number.</summary>
    public ValueTask<Guid?> FindAsync(long number) => _uuids.TryGetValue(number, out var uuid) ? new(uuid) : new(QueryAsync(number));

    private async Task<Guid?> QueryAsync(long number)
    {
        if (await rows.UuidOfAsync(number) is not { } uuid) return null;
        if (_uuids.TryAdd(number, uuid) && Interlocked.Increment(ref _count) >= MaxEntries) Clear();
        return uuid;
    }

    private void Clear()
    {
        Interlocked.Exchange(ref _count, 0);
        _uuids.Clear();
    }
}
