using System.Collections.Concurrent;

namespace Actors.Catalog.Events;

/// <summary>
/// Which uuid an event of a number has. That never changes, so what was found is remembered; numbers that do not exist are not, so that asking for
/// them costs no memory.
/// </summary>
internal sealed class EventNumbers(IEventRows rows)
{
    /// <summary>How many are remembered, some 60 bytes each; then all are forgotten.</summary>
    public const int MostRemembered = 200_000;

    private readonly ConcurrentDictionary<long, Guid> _found = new();
    private int _count;

    /// <summary>The uuid, or null when no event has the number.</summary>
    public ValueTask<Guid?> UuidOfAsync(long number) => _found.TryGetValue(number, out var uuid) ? new(uuid) : new(FindAsync(number));

    private async Task<Guid?> FindAsync(long number)
    {
        if (await rows.UuidOfAsync(number) is not { } uuid) return null;
        if (_found.TryAdd(number, uuid) && Interlocked.Increment(ref _count) >= MostRemembered) Forget();
        return uuid;
    }

    private void Forget()
    {
        Interlocked.Exchange(ref _count, 0);
        _found.Clear();
    }
}
