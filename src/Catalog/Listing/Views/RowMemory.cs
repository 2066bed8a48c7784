using System.Collections.Concurrent;

namespace Actors.Catalog.Listing.Views;

/// <summary>Rows that were shown lately, in two halves: when the young one is full it becomes the old one, whose rows go unless somebody asks for them.</summary>
internal sealed class RowMemory
{
    /// <summary>Most bytes in each half.</summary>
    private const long MostBytes = 12 << 20;

    private readonly Lock _gate = new();
    private ConcurrentDictionary<long, PageRow> _young = [];
    private ConcurrentDictionary<long, PageRow> _old = [];
    private long _bytes;

    /// <summary>The row with this number, as it was shown last; null when that was not lately.</summary>
    public PageRow? Find(long id) => _young.TryGetValue(id, out var row) ? row : _old.TryGetValue(id, out row) ? Keep(row) : null;

    public PageRow Keep(PageRow row)
    {
        lock (_gate)
        {
            var more = row.Json.Length - (_young.TryGetValue(row.Id, out var before) ? before.Json.Length : 0);
            if (_bytes + more > MostBytes) (_old, _young, _bytes, more) = (_young, [], 0, row.Json.Length);
            _young[row.Id] = row;
            _bytes += more;
        }

        return row;
    }
}
