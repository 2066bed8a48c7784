using System.Buffers;

namespace Actors.Core.Text;

/// <summary>A growable buffer from the array pool, with a maximum size.</summary>
public sealed class PooledBytes(int limit) : IDisposable
{
    private const int FirstSize = 4096;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    /// <summary>The written bytes.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>True if more bytes than the limit were written.</summary>
    public bool IsOverLimit => Length > limit;

    /// <summary>Free space to write to. It includes one byte beyond the limit, so that an overflow is noticed.</summary>
    public Memory<byte> Free()
    {
        if (Length == _buffer.Length)
        {
            Grow();
        }

        return _buffer.AsMemory(Length, Math.Min(_buffer.Length - Length, limit + 1 - Length));
    }

    /// <summary>Marks bytes of <see cref="Free"/> as written.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Returns the buffer to the pool.</summary>
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
