using Actors.Catalog.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Http.Lists;

/// <summary>
/// A list read from the rows, page by page in the order of numbers. A number never changes, so an event is met once at most, whatever happens to it
/// meanwhile.
/// </summary>
internal sealed partial class ListPages(EventScope scope, IEventRows rows, ILogger<ListPages> logger)
{
    /// <summary>A longer body is not kept but read anew for everybody who asks.</summary>
    public const int LongestKept = 8 << 20;

    /// <summary>Events read together for a list that is to be kept.</summary>
    private const int KeptPage = 2000;

    /// <summary>Events read together for one reader, who holds them until he has taken them.</summary>
    private const int SentPage = 100;

    /// <summary>The whole array; null when it is too long to be kept, which is known as soon as so much was read.</summary>
    public async Task<byte[]?> ReadAsync()
    {
        using var array = new EventArray();
        long? after = long.MinValue;
        while (after is { } number && array.Written.Length <= LongestKept) after = await AddAsync(array, number, KeptPage, default);
        return array.Written.Length <= LongestKept ? array.Written.ToArray() : null;
    }

    /// <summary>Sends the whole array. When the rows cannot be read any more, the connection is broken off.</summary>
    public async Task SendAsync(HttpContext http, ContentCoding coding)
    {
        using var array = new EventArray();
        // Before anything is sent a failure can still be answered as one.
        var next = await AddAsync(array, long.MinValue, SentPage, http.RequestAborted);
        await using var coded = ContentCodings.Into(http.Response.Body, coding);
        var body = coded ?? http.Response.Body;
        try
        {
            for (; next is { } after; next = await AddAsync(array, after, SentPage, http.RequestAborted)) await SendAsync(array, body, http);
            await SendAsync(array, body, http);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogBroken(failure, scope.EventType ?? "all");
            http.Abort();
        }
    }

    private static async Task SendAsync(EventArray array, Stream body, HttpContext http)
    {
        await body.WriteAsync(array.Written, http.RequestAborted);
        array.Clear();
    }

    /// <summary>Adds a page; returns after which number the next begins, or null when this was the last and the array is ended.</summary>
    private async Task<long?> AddAsync(EventArray array, long after, int size, CancellationToken cancellation)
    {
        var page = await rows.PageAsync(scope, after, size, cancellation);
        array.Add(page);
        if (page.Length == size) return page[^1].Id;
        array.End();
        return null;
    }
}
