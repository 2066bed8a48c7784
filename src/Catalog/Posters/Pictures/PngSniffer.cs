using System.Buffers;
using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>
/// Walks the chunks of a PNG. The decoder gets only the chunks that determine pixels: it never inflates compressed text or oversized profiles, and
/// sees an animation as a still picture.
/// </summary>
internal static class PngSniffer
{
    private const int ChunkOverhead = 12, MaxPaletteEntries = 256;

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static ImageCheck Check(ReadOnlyMemory<byte> bytes)
    {
        if (PngHeader.Read(bytes.Span[Signature.Length..]) is not { } header)
            return bytes.Length < Signature.Length + PngHeader.ChunkLength ? ImageRefusal.Truncated : ImageRefusal.Broken;
        if (!ImageCheck.Fits(header.Size))
            return ImageRefusal.TooManyPixels;
        var walk = new Walk(header, bytes.Length);
        var refusal = walk.Run(bytes.Span);
        return refusal != ImageRefusal.None
            ? refusal
            : ImageCheck.Accept(ImageHeader.Still(ImageFormat.Png, header.Size, header.DecodeBytes, walk.Orientation), walk.Essentials);
    }

    private sealed class Walk(PngHeader header, int length)
    {
        private readonly ArrayBufferWriter<byte> _kept = new(length);
        private bool _profile, _palette, _pixels, _pixelsEnded;

        public int Orientation { get; private set; } = Pictures.Orientation.Upright;

        public ReadOnlyMemory<byte> Essentials => _kept.WrittenMemory;

        public ImageRefusal Run(ReadOnlySpan<byte> bytes)
        {
            var start = Signature.Length + PngHeader.ChunkLength;
            _kept.Write(bytes[..start]);
            for (var rest = bytes[start..]; ;)
            {
                if (rest.Length < ChunkOverhead)
                    return ImageRefusal.Truncated;
                var size = BinaryPrimitives.ReadUInt32BigEndian(rest);
                if (size > int.MaxValue)
                    return ImageRefusal.Broken;
                if (size > rest.Length - ChunkOverhead)
                    return ImageRefusal.Truncated;
                var chunk = rest[..((int)size + ChunkOverhead)];
                var type = chunk[4..8];
                if (!Accept(type, chunk[8..^4]))
                    return ImageRefusal.Broken;
                if (IsKept(type, chunk[8..^4]))
                    _kept.Write(chunk);
                if (type.SequenceEqual("IEND"u8))
                    return _pixels ? ImageRefusal.None : ImageRefusal.Broken;
                rest = rest[chunk.Length..];
            }
        }

        private bool IsKept(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
        {
            if (type.SequenceEqual("iCCP"u8))
                return AcceptProfile(body);
            return type.SequenceEqual("IDAT"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("IEND"u8);
        }

        /// <summary>Inflates only the first profile, because a file may contain thousands.</summary>
        private bool AcceptProfile(ReadOnlySpan<byte> body)
        {
            var first = !_profile;
            _profile = true;
            return first && PngProfile.IsSafe(body);
        }

        private bool Accept(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
        {
            if (type.SequenceEqual("IDAT"u8))
                return AcceptPixels();
            _pixelsEnded |= _pixels;
            if (type.SequenceEqual("PLTE"u8))
                return AcceptPalette(body.Length);
            if (type.SequenceEqual("eXIf"u8))
                Orientation = ExifOrientation.Read(body);
            if (type.SequenceEqual("tRNS"u8))
                return !_pixels && body.Length <= MaxPaletteEntries;
            // An upper-case first letter marks a critical chunk; unknown critical chunks are refused.
            return type.SequenceEqual("IEND"u8) || type[0] is >= (byte)'a' and <= (byte)'z';
        }

        private bool AcceptPixels()
        {
            _pixels = true;
            return !_pixelsEnded && (_palette || !header.IsPalette);
        }

        private bool AcceptPalette(int bytes)
        {
            var first = !_palette && !_pixels;
            _palette = true;
            return first && bytes > 0 && bytes % 3 == 0 && bytes / 3 <= MaxPaletteEntries;
        }
    }
}
