using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>Walks the segments of a JPEG from SOI to EOI. Finds size, scans and orientation without decoding.</summary>
internal static class JpegSniffer
{
    private const byte Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, App1 = 0xE1, Tem = 0x01;
    private static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;

    public static ImageCheck Check(ReadOnlyMemory<byte> bytes)
    {
        var walk = new Walk(bytes.Span);
        var refusal = walk.Run();
        if (refusal != ImageRefusal.None)
            return refusal;
        var frame = walk.Frame!.Value;
        if (walk.Scans > PosterLimits.MaxScans || (walk.Scans > 1 && frame.Size.Pixels * walk.Scans > PosterLimits.MaxScannedPixels))
            return ImageRefusal.TooCostly;
        return ImageCheck.Accept(ImageHeader.Still(ImageFormat.Jpeg, frame.Size, frame.DecodeBytes(walk.Scans), walk.Orientation), bytes);
    }

    private ref struct Walk(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at = 2;

        public JpegFrame? Frame { get; private set; }
        public int Scans { get; private set; }
        public int Orientation { get; private set; } = 0;

        /// <summary>Reads to EOI; trailing bytes are ignored.</summary>
        public ImageRefusal Run()
        {
            while (NextMarker(out var marker))
            {
                if (marker == Eoi)
                    return Finish();
                if (marker is Tem or (>= 0xD0 and <= 0xD7))
                    continue;
                if (marker == Soi)
                    return ImageRefusal.Broken;
                var refusal = Segment(marker);
                if (refusal != ImageRefusal.None)
                    return refusal;
            }

            return ImageRefusal.Truncated;
        }

        private ImageRefusal Finish()
        {
            if (Orientation == 0)
                Orientation = Pictures.Orientation.Upright;
            return Scans > 0 ? ImageRefusal.None : ImageRefusal.Broken;
        }

        /// <summary>Skips bytes between segments, as decoders do.</summary>
        private bool NextMarker(out byte marker)
        {
            marker = 0;
            while (marker is 0 or 0xFF)
            {
                var step = _at < _bytes.Length ? _bytes[_at..].IndexOf((byte)0xFF) : -1;
                if (step < 0 || _at + step + 1 >= _bytes.Length)
                    return false;
                _at += step + 1;
                marker = _bytes[_at];
            }

            _at++;
            return true;
        }

        private ImageRefusal Segment(byte marker)
        {
            if (_at + 2 > _bytes.Length)
                return ImageRefusal.Truncated;
            var length = BinaryPrimitives.ReadUInt16BigEndian(_bytes[_at..]);
            if (length < 2)
                return ImageRefusal.Broken;
            if (_at + length > _bytes.Length)
                return ImageRefusal.Truncated;
            var body = _bytes[(_at + 2)..(_at + length)];
            _at += length;
            return Read(marker, body);
        }

        private ImageRefusal Read(byte marker, ReadOnlySpan<byte> body)
        {
            if (marker == App1 && Orientation == 0 && body.StartsWith(ExifMark))
                Orientation = ExifOrientation.Read(body[ExifMark.Length..]);
            if (JpegFrame.IsFrameMarker(marker))
                return ReadFrame(marker, body);
            return marker == Sos ? SkipScan() : ImageRefusal.None;
        }

        private ImageRefusal ReadFrame(byte marker, ReadOnlySpan<byte> body)
        {
            if (Frame is not null)
                return ImageRefusal.Broken;
            if (!JpegFrame.IsSupported(marker))
                return ImageRefusal.Unsupported;
            Frame = JpegFrame.Read(marker, body);
            return Frame is null ? ImageRefusal.Broken : ImageRefusal.None;
        }

        /// <summary>In entropy-coded data, 0xFF is followed by a zero, a restart marker or the next marker.</summary>
        private ImageRefusal SkipScan()
        {
            if (Frame is null)
                return ImageRefusal.Broken;
            Scans++;
            while (_at + 1 < _bytes.Length)
            {
                var step = _bytes[_at..].IndexOf((byte)0xFF);
                if (step < 0 || _at + step + 1 >= _bytes.Length)
                    return ImageRefusal.Truncated;
                _at += step;
                if (_bytes[_at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
                    return ImageRefusal.None;
                _at += _bytes[_at + 1] == 0xFF ? 1 : 2;
            }

            return ImageRefusal.Truncated;
        }
    }
}
