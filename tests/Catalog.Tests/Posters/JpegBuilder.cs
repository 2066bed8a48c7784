using System.Numerics;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Writes progressive and CMYK JPEGs, which SkiaSharp cannot write.</summary>
internal sealed class JpegBuilder
{
    private const byte Soi = 0xD8, Baseline = 0xC0, Progressive = 0xC2, Huffman = 0xC4, Eoi = 0xD9, Scan = 0xDA, Quantization = 0xDB, Adobe = 0xEE;
    private const int Side = 8, Coefficients = 64, MidGrey = 128, NoiseRange = 16, WordBits = 32;

    private readonly List<byte> _file = [0xFF, Soi];
    private int _bits, _count;

    /// <summary>One colour in every pixel. As in Photoshop, 255 means no ink.</summary>
    public static byte[] Cmyk(int width, int height, params byte[] stored)
    {
        var jpeg = new JpegBuilder();
        jpeg.Start(Baseline, width, height, stored.Length);
        jpeg.Segment(Scan, [(byte)stored.Length, .. Ids(stored.Length).SelectMany(id => new byte[] { id, 0 }), 0, Coefficients - 1, 0]);
        for (var block = 0; block < Blocks(width, height); block++)
        {
            foreach (var value in stored)
            {
                jpeg.Difference(block == 0 ? value - MidGrey : 0);
                jpeg.EndBlock();
            }
        }

        return jpeg.Finish();
    }

    /// <summary>Noise in four scans, for which a decoder must keep all coefficients.</summary>
    public static byte[] ProgressiveNoise(int width, int height, Random random)
    {
        const int components = 3;
        var jpeg = new JpegBuilder();
        jpeg.Start(Progressive, width, height, components);
        jpeg.Segment(Scan, [components, .. Ids(components).SelectMany(id => new byte[] { id, 0 }), 0, 0, 0]);
        var before = new int[components];
        for (var i = 0L; i < Blocks(width, height) * components; i++)
        {
            var value = random.Next(-NoiseRange, NoiseRange);
            jpeg.Difference(value - before[i % components]);
            before[i % components] = value;
        }

        foreach (var id in Ids(components))
        {
            jpeg.Flush();
            jpeg.Segment(Scan, [1, id, 0, 1, Coefficients - 1, 0]);
            for (var i = 0L; i < Blocks(width, height); i++)
            {
                jpeg.Bits(0b010 | random.Next(2), 3);
                jpeg.EndBlock();
            }
        }

        return jpeg.Finish();
    }

    private static IEnumerable<byte> Ids(int components) => Enumerable.Range(1, components).Select(i => (byte)i);

    private static long Blocks(int width, int height) => (long)((width + Side - 1) / Side) * ((height + Side - 1) / Side);

    /// <summary>With 8 in every entry of the quantization table, a difference counts in levels of grey.</summary>
    private void Start(byte kind, int width, int height, int components)
    {
        if (components == 4)
            Segment(Adobe, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        Segment(Quantization, [0, .. Enumerable.Repeat((byte)Side, Coefficients)]);
        Segment(kind, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, (byte)components, .. Ids(components).SelectMany(id => new byte[] { id, 0x11, 0 })]);
        // DC: nine sizes of differences with codes of four bits. AC: "end of block" and "one of size one" with codes of two.
        Segment(Huffman, [0x00, 0, 0, 0, 9, .. new byte[12], 0, 1, 2, 3, 4, 5, 6, 7, 8]);
        Segment(Huffman, [0x10, 0, 2, .. new byte[14], 0x00, 0x01]);
    }

    private void Difference(int value)
    {
        var size = WordBits - BitOperations.LeadingZeroCount((uint)Math.Abs(value));
        Bits(size, 4);
        Bits((value < 0 ? value - 1 : value) & ((1 << size) - 1), size);
    }

    private void EndBlock() => Bits(0, 2);

    private void Bits(int value, int count)
    {
        _bits = (_bits << count) | value;
        for (_count += count; _count >= 8; _count -= 8)
            Coded((byte)(_bits >> (_count - 8)));
        _bits &= (1 << _count) - 1;
    }

    private void Flush()
    {
        if (_count > 0)
            Bits((1 << (8 - _count)) - 1, 8 - _count);
    }

    private void Coded(byte value)
    {
        _file.Add(value);
        if (value == 0xFF)
            _file.Add(0);
    }

    private void Segment(byte marker, byte[] body)
        => _file.AddRange([0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body]);

    private byte[] Finish()
    {
        Flush();
        return [.. _file, 0xFF, Eoi];
    }
}
