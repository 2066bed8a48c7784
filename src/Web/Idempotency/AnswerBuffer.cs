namespace Actors.Web.Idempotency;

/// <summary>Buffers a response until it is stored. A response that exceeds the limit is sent directly from then on.</summary>
internal sealed class AnswerBuffer(Stream client, int limit, Action overflow) : Stream
{
    private readonly MemoryStream _buffered = new();

    /// <summary>False if the response is too long to be stored.</summary>
    public bool IsWhole { get; private set; } = true;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public byte[] ToArray() => _buffered.ToArray();

    /// <summary>Sends the buffered bytes.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        if (_buffered.Length > 0)
        {
            await client.WriteAsync(_buffered.GetBuffer().AsMemory(0, (int)_buffered.Length), cancellationToken);
            _buffered.SetLength(0);
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (IsWhole && _buffered.Length + buffer.Length <= limit)
        {
            _buffered.Write(buffer.Span);
            return;
        }

        if (IsWhole)
        {
            IsWhole = false;
            overflow();
            await SendAsync(cancellationToken);
        }

        await client.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => IsWhole ? Task.CompletedTask : client.FlushAsync(cancellationToken);

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("Responses are written asynchronously.");

    public override void Flush()
    {
        // Buffered bytes stay; other bytes are flushed asynchronously.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _buffered.Dispose();
        base.Dispose(disposing);
    }
}
