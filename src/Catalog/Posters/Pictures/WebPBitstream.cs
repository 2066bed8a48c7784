using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Size and decoding cost of the picture in a VP8 or VP8L chunk.</summary>
internal readonly record struct WebPBitstream(PixelSize Size, long DecodeBytes)
{
    private const int LossyHeader = 10, LosslessHeader = 5, SizeMask = 0x3FFF;
    private const int LossyBytes = 8, LosslessBytes = 12;
    private const byte LosslessMark = 0x2F;

    public static bool IsPicture(WebPChunk chunk) => chunk.Is("VP8 "u8) || chunk.Is("VP8L"u8);

    public static WebPBitstream? Read(WebPChunk chunk) => chunk.Is("VP8L"u8) ? Lossless(chunk.Body) : Lossy(chunk.Body);

    private static WebPBitstream? Lossy(ReadOnlySpan<byte> body)
    {
        var keyFrame = body.Length >= LossyHeader && (body[0] & 1) == 0 && body[3..6].SequenceEqual<byte>([0x9D, 0x01, 0x2A]);
        if (!keyFrame)
            return null;
        var width = BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & SizeMask;
        var height = BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & SizeMask;
        return Of(new PixelSize(width, height), LossyBytes);
    }

    private static WebPBitstream? Lossless(ReadOnlySpan<byte> body)
    {
        if (body.Length < LosslessHeader || body[0] != LosslessMark)
            return null;
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
        var size = new PixelSize((int)(bits & SizeMask) + 1, (int)((bits >> 14) & SizeMask) + 1);
        return (bits >> 29) == 0 ? Of(size, LosslessBytes) : null;
    }

    private static WebPBitstream? Of(PixelSize size, int bytesPerPixel)
        => size.Pixels == 0 ? null : new WebPBitstream(size, size.Pixels * bytesPerPixel);
}
