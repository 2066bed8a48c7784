using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>The frame header (SOF) of a JPEG.</summary>
/// <param name="Size">The size as stored.</param>
/// <param name="Progressive">Whether the picture is decoded in several passes.</param>
/// <param name="CoefficientBytes">Memory for all coefficients, which decoders keep if there is more than one scan.</param>
internal readonly record struct JpegFrame(PixelSize Size, bool Progressive, long CoefficientBytes)
{
    private const byte Baseline = 0xC0, Extended = 0xC1, ProgressiveMark = 0xC2, Huffman = 0xC4, Reserved = 0xC8, Arithmetic = 0xCC;
    private const int FixedLength = 6, ComponentLength = 3, BitsPerSample = 8, MaxSampling = 4;
    private const int TrueColorBytes = 4, CoefficientSize = 2;

    public static bool IsFrameMarker(byte marker)
        => marker is >= Baseline and <= 0xCF and not Huffman and not Reserved and not Arithmetic;

    /// <summary>Refuses arithmetic, lossless and hierarchical JPEGs, which cameras and sites do not produce.</summary>
    public static bool IsSupported(byte marker) => marker is Baseline or Extended or ProgressiveMark;

    public static JpegFrame? Read(byte marker, ReadOnlySpan<byte> body)
    {
        if (body.Length < FixedLength || body[0] != BitsPerSample)
            return null;
        var size = new PixelSize(BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]));
        var components = body[5];
        if (components is not (1 or 3 or 4) || body.Length < FixedLength + (components * ComponentLength) || size.Pixels == 0)
            return null;
        var coefficients = Coefficients(body[FixedLength..], components, size);
        return coefficients is null ? null : new JpegFrame(size, marker == ProgressiveMark, coefficients.Value * CoefficientSize);
    }

    public long DecodeBytes(int scans)
        => (Size.Pixels * TrueColorBytes) + (Progressive || scans > 1 ? CoefficientBytes : 0);

    private static long? Coefficients(ReadOnlySpan<byte> components, int count, PixelSize size)
    {
        int widest = 0, tallest = 0, samples = 0;
        for (var i = 0; i < count; i++)
        {
            var (across, down) = (components[(i * ComponentLength) + 1] >> 4, components[(i * ComponentLength) + 1] & 15);
            if (across is 0 or > MaxSampling || down is 0 or > MaxSampling)
                return null;
            (widest, tallest, samples) = (Math.Max(widest, across), Math.Max(tallest, down), samples + (across * down));
        }

        return size.Pixels * samples / (widest * tallest);
    }
}
