using System.IO.Pipelines;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>A client that reads nothing until the test lets it.</summary>
internal sealed class SlowReader
{
    /// <summary>Bytes that the server sends before it waits for the client.</summary>
    public const int Threshold = 64 * 1024;

    private readonly Pipe _connection = new(new PipeOptions(pauseWriterThreshold: Threshold, resumeWriterThreshold: Threshold / 2, useSynchronizationContext: false));

    /// <summary>Bytes that the server holds for the client.</summary>
    public async Task<long> HeldAsync()
    {
        var held = (await _connection.Reader.ReadAsync()).Buffer;
        _connection.Reader.AdvanceTo(held.Start);
        return held.Length;
    }

    /// <summary>Reads the whole body.</summary>
    public async Task<byte[]> ReadAllAsync(Task sending)
    {
        var finishing = sending.ContinueWith(_ => _connection.Writer.Complete(), TaskScheduler.Default);
        var all = new MemoryStream();
        await _connection.Reader.CopyToAsync(all).Within("the body");
        await finishing;
        return all.ToArray();
    }

    public Task LeaveAsync() => _connection.Reader.CompleteAsync().AsTask();

    public DefaultHttpContext Context()
    {
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new Connection(_connection.Writer));
        return context;
    }

    private sealed class Connection(PipeWriter writer) : IHttpResponseBodyFeature
    {
        public Stream Stream => writer.AsStream();

        public PipeWriter Writer => writer;

        public Task CompleteAsync() => writer.CompleteAsync().AsTask();

        public void DisableBuffering()
        {
            // Nothing is buffered.
        }

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
