using System.Collections.Concurrent;

namespace Actors.Core.Caching;

/// <summary>
/// A cache of what was used recently, in two generations: when the young one is full it becomes the old one, whose entries go unless they are
/// asked for. Reading takes no lock. Both generations together hold at most twice the limits.
/// </summary>
/// <param name="mostBytes">Most bytes in a generation.</param>
/// <param name="sizeOf">The bytes of an entry.</param>
/// <param name="mostEntries">Most entries in a generation.</param>
public sealed class RecentCache<TKey, TValue>(long mostBytes, Func<TKey, TValue, long> sizeOf, int mostEntries = int.MaxValue)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private ConcurrentDictionary<TKey, TValue> _young = [];
    private ConcurrentDictionary<TKey, TValue> _old = [];
    private long _bytes;

    /// <summary>The value, or null.</summary>
    public TValue? Find(TKey key)
    {
        if (_young.TryGetValue(key, out var found)) return found;
        if (!_old.TryGetValue(key, out found)) return null;
        Keep(key, found);
        return found;
    }

    /// <summary>Keeps a value, in place of the one that was kept for the key.</summary>
    public void Keep(TKey key, TValue value)
    {
        lock (_gate)
        {
            var size = sizeOf(key, value);
            var before = _young.GetValueOrDefault(key);
            var more = before is null ? size : size - sizeOf(key, before);
            if (_bytes + more > mostBytes || (before is null && _young.Count >= mostEntries)) (_old, _young, _bytes, more) = (_young, [], 0, size);
            _young[key] = value;
            _bytes += more;
        }
    }
}
