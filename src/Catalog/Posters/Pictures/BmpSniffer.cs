using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Accepts only plain BMP files: no compression, all rows present.</summary>
internal static class BmpSniffer
{
    private const int FileHeader = 14, InfoHeader = 40, MaxHeader = 124, BytesPerPixel = 5;

    public static ImageCheck Check(ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        if (span.Length < FileHeader + InfoHeader)
            return ImageRefusal.Truncated;
        var info = span[FileHeader..];
        var header = BinaryPrimitives.ReadUInt32LittleEndian(info);
        if (header is < InfoHeader or > MaxHeader)
            return ImageRefusal.Unsupported;
        int width = BinaryPrimitives.ReadInt32LittleEndian(info[4..]), height = BinaryPrimitives.ReadInt32LittleEndian(info[8..]);
        if (width <= 0 || height is 0 or int.MinValue || BinaryPrimitives.ReadUInt16LittleEndian(info[12..]) != 1)
            return ImageRefusal.Broken;
        var size = new PixelSize(width, Math.Abs(height));
        return ImageCheck.Fits(size) ? CheckRows(bytes, size, (int)header) : ImageRefusal.TooManyPixels;
    }

    private static ImageCheck CheckRows(ReadOnlyMemory<byte> bytes, PixelSize size, int headerLength)
    {
        var info = bytes.Span[FileHeader..];
        int depth = BinaryPrimitives.ReadUInt16LittleEndian(info[14..]);
        if (depth is not (1 or 4 or 8 or 24 or 32) || BinaryPrimitives.ReadUInt32LittleEndian(info[16..]) != 0)
            return ImageRefusal.Unsupported;
        var colours = BinaryPrimitives.ReadUInt32LittleEndian(info[32..]);
        var most = depth <= 8 ? 1u << depth : 0;
        if (colours > most)
            return ImageRefusal.Broken;
        var table = (colours == 0 ? most : colours) * 4;
        var start = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[10..]);
        if (start < FileHeader + headerLength + table)
            return ImageRefusal.Broken;
        var row = (((long)size.Width * depth) + 31) / 32 * 4;
        return start + (row * size.Height) > bytes.Length
            ? ImageRefusal.Truncated
            : ImageCheck.Accept(ImageHeader.Still(ImageFormat.Bmp, size, size.Pixels * BytesPerPixel), bytes);
    }
}
