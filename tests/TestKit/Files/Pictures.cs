using System.Buffers.Binary;

namespace Actors.TestKit;

/// <summary>Small real pictures, a different one for every number.</summary>
public static class Pictures
{
    private const int Side = 16;
    private const int HeaderLength = 54;
    private const int RowLength = Side * 3;

    // Neighbouring numbers get colours far apart, which an encoder that loses detail still tells apart.
    private const uint Spread = 2_654_435_761;

    /// <summary>A 16 × 16 Windows bitmap of 24 bits whose colours come from <paramref name="number"/>.</summary>
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
