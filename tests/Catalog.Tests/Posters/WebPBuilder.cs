using System.Buffers.Binary;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Builds animated WebP files from a simple one.</summary>
internal static class WebPBuilder
{
    private const int RiffHeader = 12;

    public static byte[] Animation(byte[] simple, int canvasWidth, int canvasHeight, int frames, int left = 0, int top = 0, byte[]? profile = null)
    {
        byte[] extended = [(byte)(profile is null ? 2 : 0x22), 0, 0, 0, .. Int24(canvasWidth - 1), .. Int24(canvasHeight - 1)];
        byte[] frame = [.. Int24(left / 2), .. Int24(top / 2), .. Int24(Fixture.Width - 1), .. Int24(Fixture.Height - 1), 0, 0, 0, 0, .. simple[RiffHeader..]];
        var colours = profile is null ? [] : Chunk("ICCP"u8, profile);
        return Riff([.. Chunk("VP8X"u8, extended), .. colours, .. Chunk("ANIM"u8, new byte[6]), .. Enumerable.Repeat(Chunk("ANMF"u8, frame), frames).SelectMany(c => c)]);
    }

    /// <summary>The same picture with an EXIF chunk.</summary>
    public static byte[] WithExif(byte[] simple, byte[] exif)
    {
        byte[] extended = [8, 0, 0, 0, .. Int24(Fixture.Width - 1), .. Int24(Fixture.Height - 1)];
        return Riff([.. Chunk("VP8X"u8, extended), .. simple[RiffHeader..], .. Chunk("EXIF"u8, exif)]);
    }

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, .. Int32(chunks.Length + 4), .. "WEBP"u8, .. chunks];

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] body)
        => [.. type, .. Int32(body.Length), .. body, .. new byte[body.Length % 2]];

    private static byte[] Int24(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];

    private static byte[] Int32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }
}
