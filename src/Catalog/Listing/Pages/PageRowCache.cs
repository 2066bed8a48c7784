using Actors.Core.Caching;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Rows that were shown recently, in the form that is sent.</summary>
internal sealed class PageRowCache
{
    private const long MaxBytes = 12 << 20;

    private readonly RecentCache<long, PageRow> _rows = new(MaxBytes, static (_, row) => row.Json.Length);

    /// <summary>The cached row with this number, or null.</summary>
    public PageRow? Find(long id) => _rows.Find(id);

    public PageRow Add(PageRow row)
    {
        _rows.Keep(row.Id, row);
        return row;
    }
}
