using System.Buffers;

namespace Actors.Plumbing.Http;

/// <summary>A growing buffer from the pool that never grows beyond its limit.</summary>
internal sealed class PooledBytes(int limit) : IDisposable
{
    private const int FirstSize = 4096;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => buffer.AsMemory(0, Length);

    public bool IsFull => Length > limit;

    /// <summary>Room for more; one byte past the limit is accepted, so that going past it shows.</summary>
    public Memory<byte> Free()
    {
        if (Length == buffer.Length)
        {
            Grow();
        }

        return buffer.AsMemory(Length, Math.Min(buffer.Length - Length, limit + 1 - Length));
    }

    public void Advance(int count) => Length += count;

    public void Dispose()
    {
        var rented = Interlocked.Exchange(ref buffer, []);
        if (rented.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Grow()
    {
        var bigger = ArrayPool<byte>.Shared.Rent(checked((int)Math.Min((long)buffer.Length * 2, limit + 1L)));
        buffer.AsSpan(0, Length).CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = bigger;
    }
}
