using Actors.Core.Caching;

namespace Actors.Catalog.Listing.Pages;

/// <summary>Recent pages of one snapshot, for repeated requests. The cache ends with the snapshot when any event changes.</summary>
internal sealed class PageCache
{
    private const int MaxPages = 128;

    /// <summary>Limit of bytes of keys and bodies. A page of more than half of it is not cached.</summary>
    private const long MaxBytes = 2 << 20;

    private readonly RecentCache<PageKey, CachedPage> _pages = new(MaxBytes, BytesOf, MaxPages);

    /// <summary>The cached page, or null.</summary>
    public CachedPage? Find(PageKey key) => _pages.Find(key);

    public void Add(PageKey key, CachedPage page)
    {
        if (BytesOf(key, page) <= MaxBytes / 2) _pages.Keep(key, page);
    }

    private static long BytesOf(PageKey key, CachedPage page) => key.Bytes + page.Body.Length;
}
