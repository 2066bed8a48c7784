using System.Buffers;

namespace Actors.Core.Text;

/// <summary>A growing buffer from the pool that never grows beyond its limit.</summary>
public sealed class PooledBytes(int limit) : IDisposable
{
    private const int FirstSize = 4096;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>Whether more than the limit was written.</summary>
    public bool IsFull => Length > limit;

    /// <summary>Room for more; one byte past the limit is accepted, so that going past it shows.</summary>
    public Memory<byte> Free()
    {
        if (Length == _buffer.Length)
        {
            Grow();
        }

        return _buffer.AsMemory(Length, Math.Min(_buffer.Length - Length, limit + 1 - Length));
    }

    /// <summary>Counts bytes that were put into <see cref="Free"/>.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Gives the buffer back to the pool.</summary>
    public void Dispose()
    {
        var rented = Interlocked.Exchange(ref _buffer, []);
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Grow()
    {
        var bigger = ArrayPool<byte>.Shared.Rent(checked((int)Math.Min((long)_buffer.Length * 2, limit + 1L)));
        _buffer.AsSpan(0, Length).CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = bigger;
    }
}
