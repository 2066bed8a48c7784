using System.Collections.Concurrent;

namespace Actors.Core.Caching;

/// <summary>
/// An approximate LRU cache with two generations. When the young generation is full, it replaces the old one; a hit in the old generation moves the
/// entry to the young one. A hit in the young generation takes no lock. Both generations together hold at most twice the limits.
/// </summary>
/// <param name="mostBytes">Maximum bytes of a generation.</param>
/// <param name="sizeOf">The size of an entry in bytes.</param>
/// <param name="mostEntries">Maximum entries of a generation.</param>
public sealed class RecentCache<TKey, TValue>(long mostBytes, Func<TKey, TValue, long> sizeOf, int mostEntries = int.MaxValue)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private ConcurrentDictionary<TKey, TValue> _young = [];
    private ConcurrentDictionary<TKey, TValue> _old = [];
    private long _bytes;

    /// <summary>The value of a key, or null.</summary>
    public TValue? Find(TKey key)
    {
        if (_young.TryGetValue(key, out var found)) return found;
        if (!_old.TryGetValue(key, out found)) return null;
        Keep(key, found);
        return found;
    }

    /// <summary>Adds or replaces a value.</summary>
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
