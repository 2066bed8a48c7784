using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>The IHDR chunk of a PNG.</summary>
internal readonly record struct PngHeader(PixelSize Size, int BitDepth, int ColourType)
{
    /// <summary>The whole chunk: length, type, 13 bytes, checksum.</summary>
    public const int ChunkLength = 25;

    private const int BodyLength = 13, Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6;
    private const int TrueColorBytes = 4;

    public bool IsPalette => ColourType == Palette;

    /// <summary>The decoder keeps the raw rows and the picture at four bytes a pixel at the same time.</summary>
    public long DecodeBytes => Size.Pixels * (TrueColorBytes + ColourType switch
    {
        Rgb => 3,
        GreyAlpha or Rgba => 4,
        _ => 1,
    });

    public static PngHeader? Read(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < ChunkLength || BinaryPrimitives.ReadUInt32BigEndian(chunk) != BodyLength || !chunk[4..8].SequenceEqual("IHDR"u8))
            return null;
        var body = chunk.Slice(8, BodyLength);
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(body), BinaryPrimitives.ReadUInt32BigEndian(body[4..]));
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue || !IsColour(body[8], body[9]))
            return null;
        var known = body[10] == 0 && body[11] == 0 && body[12] <= 1;
        return known ? new PngHeader(new PixelSize((int)width, (int)height), body[8], body[9]) : null;
    }

    private static bool IsColour(int depth, int type) => type switch
    {
        Grey => depth is 1 or 2 or 4 or 8 or 16,
        Palette => depth is 1 or 2 or 4 or 8,
        Rgb or GreyAlpha or Rgba => depth is 8 or 16,
        _ => false,
    };
}
