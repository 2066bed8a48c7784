using System.IO.Pipelines;
using Actors.Catalog.Http.Lists;
using Actors.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Actors.Catalog.Tests.Http.Lists;

public sealed class BodyInPiecesTests
{
    private const int Threshold = 64 * 1024;
    private static readonly byte[] s_body = [.. Enumerable.Range(0, 20 * BodyInPieces.PieceLength + 17).Select(i => (byte)(i * 31 / 7))];

    private readonly Pipe _connection = new(new PipeOptions(pauseWriterThreshold: Threshold, resumeWriterThreshold: Threshold / 2, useSynchronizationContext: false));

    [Fact]
    public async Task A_reader_who_takes_nothing_holds_one_piece()
    {
        var sending = BodyInPieces.WriteAsync(Context(), s_body);

        sending.IsCompleted.ShouldBeFalse();
        (await HeldAsync()).ShouldBeLessThanOrEqualTo(Math.Max(Threshold, BodyInPieces.PieceLength));
        (await ReadAllAsync(sending)).ShouldBe(s_body);
    }

    [Fact]
    public async Task Control_Written_at_once_the_whole_body_is_held()
    {
        var sending = Context().Response.BodyWriter.WriteAsync(s_body).AsTask();

        (await HeldAsync()).ShouldBe(s_body.Length);
        (await ReadAllAsync(sending)).ShouldBe(s_body);
    }

    [Fact]
    public async Task A_reader_who_goes_away_ends_it()
    {
        var sending = BodyInPieces.WriteAsync(Context(), s_body);

        await _connection.Reader.CompleteAsync();

        await sending.Within("the end of the sending");
    }

    private async Task<long> HeldAsync()
    {
        var held = (await _connection.Reader.ReadAsync()).Buffer;
        _connection.Reader.AdvanceTo(held.Start);
        return held.Length;
    }

    private async Task<byte[]> ReadAllAsync(Task sending)
    {
        var finishing = sending.ContinueWith(_ => _connection.Writer.Complete(), TaskScheduler.Default);
        var all = new MemoryStream();
        await _connection.Reader.CopyToAsync(all).Within("the body");
        await finishing;
        return all.ToArray();
    }

    private DefaultHttpContext Context()
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
