using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Reads the orientation of an EXIF block without trusting its offsets. Invalid data means upright.</summary>
internal static class ExifOrientation
{
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;
    private const ushort TiffMark = 42;
    private const int HeaderLength = 8;
    private const int EntryLength = 12;

    /// <summary>The orientation in a TIFF-structured EXIF block, 1 to 8.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < HeaderLength || !IsByteOrder(tiff, out var little) || Short(tiff, 2, little) != TiffMark)
            return Orientation.Upright;
        var directory = Long(tiff, 4, little);
        return directory > tiff.Length - 2L ? Orientation.Upright : ReadDirectory(tiff, (int)directory, little);
    }

    private static int ReadDirectory(ReadOnlySpan<byte> tiff, int start, bool little)
    {
        var count = Short(tiff, start, little);
        for (var i = 0; i < count; i++)
        {
            var entry = start + 2 + (i * EntryLength);
            if (entry > tiff.Length - EntryLength)
                break;
            if (Short(tiff, entry, little) != OrientationTag)
                continue;
            var value = Short(tiff, entry + 8, little);
            return Short(tiff, entry + 2, little) == ShortType && Orientation.IsKnown(value) ? value : Orientation.Upright;
        }

        return Orientation.Upright;
    }

    private static bool IsByteOrder(ReadOnlySpan<byte> tiff, out bool little)
    {
        little = tiff.StartsWith("II"u8);
        return little || tiff.StartsWith("MM"u8);
    }

    private static ushort Short(ReadOnlySpan<byte> at, int offset, bool little) => little
        ? BinaryPrimitives.ReadUInt16LittleEndian(at[offset..])
        : BinaryPrimitives.ReadUInt16BigEndian(at[offset..]);

    private static uint Long(ReadOnlySpan<byte> at, int offset, bool little) => little
        ? BinaryPrimitives.ReadUInt32LittleEndian(at[offset..])
        : BinaryPrimitives.ReadUInt32BigEndian(at[offset..]);
}
