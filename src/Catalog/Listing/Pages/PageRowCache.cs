using Actors.Core.Caching;

namespace Actors.Catalog.Listing.Views;

/// <summary>Rows that were shown recently.</summary>
internal sealed class RowMemory
{
    private const long MostBytes = 12 << 20;

    private readonly RecentCache<long, PageRow> _rows = new(MostBytes, static (_, row) => row.Json.Length);

    /// <summary>The row with this number as it was shown last, or null.</summary>
    public PageRow? Find(long id) => _rows.Find(id);

    public PageRow Keep(PageRow row)
    {
        _rows.Keep(row.Id, row);
        return row;
    }
}
