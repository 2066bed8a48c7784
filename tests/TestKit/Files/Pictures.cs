using System.Buffers.Binary;

namespace Actors.TestKit;

/// <summary>Small valid pictures, a different one for each number.</summary>
public static class Pictures
{
    private const int Side = 16;
    private const int HeaderLength = 54;
    private const int RowLength = Side * 3;

    // Gives neighbouring numbers distant colours, so that lossy encoders keep them distinguishable.
    private const uint Spread = 2_654_435_761;

    /// <summary>A 16 × 16 bitmap of 24 bits; the colours depend on <paramref name="number"/>.</summary>
    public static byte[] Bitmap(int number)
    {
        var file = new byte[HeaderLength + (RowLength * Side)];
        "BM"u8.CopyTo(file);
        Write(file, 2, file.Length);
        Write(file, 10, HeaderLength);
        Write(file, 14, 40); // length of the second header
        Write(file, 18, Side);
        Write(file, 22, Side);
        Write(file, 26, 1 | (24 << 16)); // planes and bits
        var colour = (uint)number * Spread;
        for (var at = HeaderLength; at < file.Length; at++)
            file[at] = (byte)(colour >> (at % 3 * 8));
        return file;
    }

    private static void Write(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
