using System.Buffers;
using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// Reads the events of a scope page by page, in the order of their numbers. A number never changes, so a list has an event at most once, even if it
/// changes during the reading.
/// </summary>
internal sealed class ListReader(EventScope scope, IEventRows rows)
{
    /// <summary>A longer body is not cached: every request reads its rows.</summary>
    public const int MaxCachedBytes = 8 << 20;

    /// <summary>Events per page of a list to be cached. With the longest descriptions a page has some ten megabytes.</summary>
    public const int CachePageSize = 200;

    /// <summary>The name of the scope in logs.</summary>
    public string Name => scope.Name;

    /// <summary>Up to <paramref name="size"/> events with numbers above <paramref name="after"/>. A shorter page is the last one.</summary>
    public Task<ImmutableArray<EventState>> ReadPageAsync(long after, int size, CancellationToken cancellationToken) => rows.PageAsync(scope, after, size, cancellationToken);

    /// <summary>The whole array; null as soon as it is too long to be cached.</summary>
    public async Task<byte[]?> ReadAllAsync()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var array = new EventArrayWriter(bytes);
        for (var after = long.MinValue; ;)
        {
            var page = await ReadPageAsync(after, CachePageSize, default);
            var last = page.Length < CachePageSize;
            array.Add(page, last);
            if (bytes.WrittenCount > MaxCachedBytes) return null;
            if (last) return bytes.WrittenSpan.ToArray();
            after = page[^1].Id;
        }
    }
}
