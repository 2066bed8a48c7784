using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Walks the blocks of a GIF and counts its frames. The first frame must be complete; later frames may be truncated.</summary>
internal static class GifSniffer
{
    private const byte Extension = 0x21, Image = 0x2C, Trailer = 0x3B;
    private const int ScreenLength = 13, DescriptorLength = 9, ColourTableFlag = 0x80, MaxCodeSize = 8;
    private const int BytesPerPixel = 5;

    public static ImageCheck Check(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < ScreenLength)
            return ImageRefusal.Truncated;
        var walk = new Walk(bytes.Span);
        var refusal = walk.Run();
        if (walk.First is not { } first || refusal == ImageRefusal.TooManyFrames)
            return refusal == ImageRefusal.None ? ImageRefusal.Broken : refusal;
        var canvas = walk.Screen;
        if (first.Size.Pixels == 0 || !first.IsInside(canvas))
            return ImageRefusal.Broken;
        var memory = (first.Size.Pixels * BytesPerPixel) + (first.Fills(canvas) ? 0 : canvas.Pixels * (BytesPerPixel - 1));
        return ImageCheck.Accept(new ImageHeader(ImageFormat.Gif, canvas, first, walk.Frames, Orientation.Upright, memory), bytes);
    }

    private ref struct Walk(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at = ScreenLength + ColourTable(bytes[10]);

        public PixelBox? First { get; private set; }
        public int Frames { get; private set; }
        public readonly PixelSize Screen => new(Word(6), Word(8));

        public ImageRefusal Run()
        {
            while (_at < _bytes.Length)
            {
                var block = _bytes[_at++];
                if (block == Trailer)
                    return ImageRefusal.None;
                if (block is not (Extension or Image))
                    return ImageRefusal.Broken;
                var whole = block == Image ? SkipImage() : SkipExtension();
                if (!whole)
                    return ImageRefusal.Truncated;
                if (Frames > PosterLimits.MaxFrames)
                    return ImageRefusal.TooManyFrames;
            }

            return ImageRefusal.Truncated;
        }

        private bool SkipExtension()
        {
            _at++;
            return SkipSubBlocks();
        }

        private bool SkipImage()
        {
            if (_at + DescriptorLength >= _bytes.Length)
                return false;
            var box = new PixelBox(Word(_at), Word(_at + 2), new PixelSize(Word(_at + 4), Word(_at + 6)));
            _at += DescriptorLength + ColourTable(_bytes[_at + 8]);
            if (_at >= _bytes.Length || _bytes[_at++] > MaxCodeSize || !SkipSubBlocks())
                return false;
            Frames++;
            First ??= box;
            return true;
        }

        private bool SkipSubBlocks()
        {
            while (_at < _bytes.Length)
            {
                var size = _bytes[_at];
                _at += size + 1;
                if (size == 0)
                    return true;
            }

            return false;
        }

        private readonly int Word(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes[offset..]);

        private static int ColourTable(byte flags) => (flags & ColourTableFlag) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }
}
