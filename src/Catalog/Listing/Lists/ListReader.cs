using System.Buffers;
using System.Collections.Immutable;
using Actors.Catalog.Events;

namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// A list read from the rows, page by page in the order of numbers. A number never changes, so an event is met once at most, whatever happens to it
/// meanwhile.
/// </summary>
internal sealed class ListPages(EventScope scope, IEventRows rows)
{
    /// <summary>A longer body is not kept but read anew for everybody who asks.</summary>
    public const int LongestKept = 8 << 20;

    /// <summary>Events read together for a list that is to be kept: of the longest descriptions, some ten megabytes.</summary>
    public const int KeptPage = 200;

    /// <summary>The scope's name in logs.</summary>
    public string Name => scope.Name;

    /// <summary>The events after a number, so many at most; the last page has fewer, or none.</summary>
    public Task<ImmutableArray<EventState>> ReadAsync(long after, int size, CancellationToken cancellationToken) => rows.PageAsync(scope, after, size, cancellationToken);

    /// <summary>The whole array; null when it is too long to be kept, which is known as soon as so much was read.</summary>
    public async Task<byte[]?> ReadAsync()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var array = new EventArray(bytes);
        for (var after = long.MinValue; ;)
        {
            var page = await ReadAsync(after, KeptPage, default);
            var last = page.Length < KeptPage;
            array.Add(page, last);
            if (bytes.WrittenCount > LongestKept) return null;
            if (last) return bytes.WrittenSpan.ToArray();
            after = page[^1].Id;
        }
    }
}
