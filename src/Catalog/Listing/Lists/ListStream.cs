using System.Collections.Immutable;
using System.IO.Pipelines;
using Actors.Catalog.Events;
using Actors.Web.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Listing.Lists;

/// <summary>
/// Sends lists that are too long to be cached. Between two pages a request holds no resource of the store and only one page in memory. Only a few
/// pages are read and written at a time, so that other requests are served meanwhile.
/// </summary>
internal sealed partial class ListStream(ILogger<ListStream> logger) : IDisposable
{
    /// <summary>Events per page: about as many bytes as the server buffers before it waits for the client.</summary>
    private const int PageSize = 50;

    /// <summary>Bytes given to the compressor at once: fast compressors start a new block with each write.</summary>
    private const int CompressorInput = 128 * 1024;

    private static readonly StreamPipeWriterOptions s_compressorPipe = new(minimumBufferSize: CompressorInput, leaveOpen: true);
    private readonly SemaphoreSlim _readSlots = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Sends the whole array. Closes the connection if a later page cannot be read.</summary>
    /// <remarks>Throws exceptions of the store only before the first byte was sent.</remarks>
    public async Task SendAsync(ListReader pages, HttpContext http, ContentCoding coding)
    {
        // Before the first byte is sent a failure can still become an error response.
        var first = await ReadAsync(pages, long.MinValue, page => page, http.RequestAborted);
        await using var coded = ContentCodings.Into(http.Response.Body, coding);
        if (coded is null)
        {
            await WriteAsync(first, pages, http, http.Response.BodyWriter);
            return;
        }

        var output = PipeWriter.Create(coded, s_compressorPipe);
        await WriteAsync(first, pages, http, output);
        await output.CompleteAsync();
    }

    public void Dispose() => _readSlots.Dispose();

    private async Task WriteAsync(ImmutableArray<EventState> first, ListReader pages, HttpContext http, PipeWriter output)
    {
        using var array = new EventArrayWriter(output);
        try
        {
            var next = Add(array, first);
            // Releases the first page, which this method would hold to its end.
            first = default;
            for (; next is { } after; next = await ReadAsync(pages, after, page => Add(array, page), http.RequestAborted)) await output.FlushAsync(http.RequestAborted);
            await output.FlushAsync(http.RequestAborted);
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogFailed(failure, pages.Name);
            http.Abort();
        }
    }

    private async Task<T> ReadAsync<T>(ListReader pages, long after, Func<ImmutableArray<EventState>, T> use, CancellationToken cancellationToken)
    {
        await _readSlots.WaitAsync(cancellationToken);
        try
        {
            return use(await pages.ReadPageAsync(after, PageSize, cancellationToken));
        }
        finally
        {
            _readSlots.Release();
        }
    }

    /// <summary>Adds a page. Returns the number after which the next page begins, or null after the last page.</summary>
    private static long? Add(EventArrayWriter array, ImmutableArray<EventState> page)
    {
        var last = page.Length < PageSize;
        array.Add(page, last);
        return last ? null : page[^1].Id;
    }
}
