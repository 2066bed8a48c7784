using System.Collections.Immutable;
using System.IO.Pipelines;
using Actors.Catalog.Events;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// Sends lists that are too long to be kept. Between two pages a reader holds nothing of the store, and of the list the page that he takes; only so
/// many pages are read and written at a time that others are served meanwhile.
/// </summary>
internal sealed partial class ListStream(ILogger<ListStream> logger) : IDisposable
{
    /// <summary>Events of a page: about as much as the server takes before it waits for the reader.</summary>
    private const int PageSize = 50;

    /// <summary>What is handed to a compressor at once: fast ones begin anew with everything they are given.</summary>
    private const int PackedTogether = 128 * 1024;

    private static readonly StreamPipeWriterOptions s_packing = new(minimumBufferSize: PackedTogether, leaveOpen: true);
    private readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Sends the whole array. When the rows cannot be read any more, the connection is broken off.</summary>
    /// <remarks>Throws what the store throws when nothing was sent yet.</remarks>
    public async Task SendAsync(ListPages pages, HttpContext http, ContentCoding coding)
    {
        // Before anything is sent a failure can still be answered as one.
        var first = await ReadAsync(pages, long.MinValue, page => page, http.RequestAborted);
        await using var coded = ContentCodings.Into(http.Response.Body, coding);
        if (coded is null)
        {
            await WriteAsync(first, pages, http, http.Response.BodyWriter);
            return;
        }

        var output = PipeWriter.Create(coded, s_packing);
        await WriteAsync(first, pages, http, output);
        await output.CompleteAsync();
    }

    public void Dispose() => _turns.Dispose();

    private async Task WriteAsync(ImmutableArray<EventView> first, ListPages pages, HttpContext http, PipeWriter output)
    {
        using var array = new EventArray(output);
        try
        {
            var next = Add(array, first);
            // Or the reader would hold it to the end.
            first = default;
            for (; next is { } after; next = await ReadAsync(pages, after, page => Add(array, page), http.RequestAborted)) await output.FlushAsync(http.RequestAborted);
            await output.FlushAsync(http.RequestAborted);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogBroken(failure, pages.Name);
            http.Abort();
        }
    }

    private async Task<T> ReadAsync<T>(ListPages pages, long after, Func<ImmutableArray<EventView>, T> use, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        try
        {
            return use(await pages.ReadAsync(after, PageSize, cancellationToken));
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Adds a page; returns after which number the next begins, or null when this was the last.</summary>
    private static long? Add(EventArray array, ImmutableArray<EventView> page)
    {
        var last = page.Length < PageSize;
        array.Add(page, last);
        return last ? null : page[^1].Id;
    }
}
