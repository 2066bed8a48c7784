namespace Actors.Catalog.Tests.Posters;

/// <summary>EXIF blocks for tests.</summary>
internal static class Exif
{
    /// <summary>A little-endian TIFF block with the one tag.</summary>
    public static byte[] Block(int orientation)
        => [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>The JPEG with an APP1 segment behind its first two bytes.</summary>
    public static byte[] InJpeg(byte[] jpeg, byte[] block)
    {
        var length = block.Length + 8;
        byte[] mark = [0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8];
        return [.. jpeg.AsSpan(0, 2), .. mark, .. block, .. jpeg.AsSpan(2)];
    }
}
