using System.Buffers.Binary;
using System.IO.Compression;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Writes PNG files, well-formed or not, without a library.</summary>
internal static class PngBuilder
{
    private static readonly uint[] s_crcTable = [.. Enumerable.Range(0, 256).Select(CrcEntry)];

    public const int Rgb = 2, Rgba = 6;

    /// <summary>A picture with 8 bits per channel; extra chunks come before the pixels.</summary>
    public static byte[] Draw(int width, int height, int colourType, Func<int, int, byte[]> pixel, params (string Type, byte[] Body)[] extra)
    {
        using var rows = new MemoryStream();
        for (var y = 0; y < height; y++)
        {
            rows.WriteByte(0);
            for (var x = 0; x < width; x++)
                rows.Write(pixel(x, y));
        }

        return File(width, height, colourType, Deflate(rows.ToArray()), extra);
    }

    /// <summary>All samples zero, for any size, without holding the rows in memory.</summary>
    public static byte[] Blank(int width, int height, int colourType)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + (width * (colourType == Rgba ? 4 : 3))];
            for (var y = 0; y < height; y++)
                zlib.Write(row);
        }

        return File(width, height, colourType, packed.ToArray());
    }

    /// <summary>Random noise in one byte of n: work for decoders and encoders in a file below the limit.</summary>
    public static byte[] Noise(int width, int height, int colourType, int every, Random random, params (string Type, byte[] Body)[] extra)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[1 + (width * (colourType == Rgb ? 3 : 1))];
            for (var y = 0; y < height; y++)
            {
                for (var x = 1 + (y % every); x < row.Length; x += every)
                    row[x] = (byte)random.Next(256);
                zlib.Write(row);
            }
        }

        return File(width, height, colourType, packed.ToArray(), extra);
    }

    /// <summary>Less than 3 MiB of file for 256 MB of pixels.</summary>
    public static byte[] Bomb()
    {
        var bomb = Blank(8000, 8000, Rgba);
        bomb.Length.ShouldBeLessThan(3 * 1024 * 1024);
        return bomb;
    }

    public static byte[] File(int width, int height, int colourType, byte[] pixels, params (string Type, byte[] Body)[] extra)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)colourType);
        var body = extra.SelectMany(e => Chunk(e.Type, e.Body));
        byte[] signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
        return [.. signature, .. Chunk("IHDR", header), .. body, .. Chunk("IDAT", pixels), .. Chunk("IEND", [])];
    }

    public static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write(bytes);
        return packed.ToArray();
    }

    private static byte[] Chunk(string type, byte[] body)
    {
        var chunk = new byte[12 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        System.Text.Encoding.ASCII.GetBytes(type).CopyTo(chunk, 4);
        body.CopyTo(chunk, 8);
        var crc = chunk.AsSpan(4, body.Length + 4).ToArray().Aggregate(uint.MaxValue, (c, b) => s_crcTable[(c ^ b) & 0xFF] ^ (c >> 8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + body.Length), ~crc);
        return chunk;
    }

    private static uint CrcEntry(int n)
        => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1);
}
