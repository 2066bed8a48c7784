using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Actors.Silo.Demo;

/// <summary>Writes a PNG of 8-bit RGB.</summary>
internal static class DemoPng
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 0 ? c >> 1 : 0xEDB88320 ^ (c >> 1)))];

    public static byte[] Write(int width, int height, Func<int, int, int> colour)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 2);
        Chunk(png, "IHDR", header);
        Chunk(png, "IDAT", Pixels(width, height, colour));
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static byte[] Pixels(int width, int height, Func<int, int, int> colour)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var row = new byte[1 + (width * 3)];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var rgb = colour(x, y);
                    (row[1 + (x * 3)], row[2 + (x * 3)], row[3 + (x * 3)]) = ((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
                }
                zlib.Write(row);
            }
        }
        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, string name, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(name), .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] data) => data.Aggregate(uint.MaxValue, (crc, b) => CrcTable[(crc ^ b) & 255] ^ (crc >> 8)) ^ uint.MaxValue;
}
