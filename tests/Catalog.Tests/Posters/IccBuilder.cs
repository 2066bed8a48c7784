using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Writes small ICC profiles.</summary>
internal static class IccBuilder
{
    private const int HeaderLength = 128, TagEntry = 12, CurveLength = 256, CmykCorners = 16, Outputs = 3;

    /// <summary>A monitor profile of one channel with a pure power curve.</summary>
    public static byte[] Grey(double gamma)
        => Profile("mntr", "GRAY", "XYZ ", ("kTRC", [.. "curv"u8, 0, 0, 0, 0, 0, 0, 0, 1, .. Int16((int)Math.Round(gamma * 256)), 0, 0]));

    /// <summary>The profile that SkiaSharp writes for a colour space.</summary>
    public static byte[] Of(SKColorSpace space)
    {
        var webp = ProfiledPicture.Encode(SKEncodedImageFormat.Webp, default, space).AsSpan();
        var at = webp.IndexOf("ICCP"u8);
        return webp.Slice(at + 8, BitConverter.ToInt32(webp[(at + 4)..])).ToArray();
    }

    /// <summary>A monitor profile with a table of 33 × 33 × 33 colours, the expensive kind.</summary>
    public static byte[] RgbTable()
    {
        const int grid = 33;
        byte[] table = [.. Enumerable.Range(0, grid * grid * grid).SelectMany(i => new[] { Step(i / grid / grid), Step(i / grid % grid), Step(i % grid) })];
        return Profile("mntr", "RGB ", "Lab ", ("A2B0", Table(3, grid, table)));
        static byte Step(int i) => (byte)(i * 255 / (grid - 1));
    }

    /// <summary>A printer profile with unusual inks: the function gives the Lab value of each corner of CMYK.</summary>
    public static byte[] Cmyk(Func<(bool C, bool M, bool Y, bool K), (byte L, byte A, byte B)> lab)
    {
        var corners = Enumerable.Range(0, CmykCorners).Select(i => lab(((i & 8) != 0, (i & 4) != 0, (i & 2) != 0, (i & 1) != 0)));
        return Profile("prtr", "CMYK", "Lab ", ("A2B0", Table(4, 2, [.. corners.SelectMany(c => new[] { c.L, c.A, c.B })])));
    }

    /// <summary>A table of 8 bits from any number of channels to three.</summary>
    private static byte[] Table(byte channels, byte grid, byte[] table)
    {
        byte[] identity = [.. Enumerable.Range(0, CurveLength).Select(i => (byte)i)];
        byte[] one = [0, 1, 0, 0], zero = [0, 0, 0, 0];
        return
        [
            .. "mft1"u8, 0, 0, 0, 0, channels, Outputs, grid, 0,
            .. one, .. zero, .. zero, .. zero, .. one, .. zero, .. zero, .. zero, .. one,
            .. Enumerable.Repeat(identity, channels).SelectMany(c => c), .. table, .. Enumerable.Repeat(identity, Outputs).SelectMany(c => c),
        ];
    }

    private static byte[] Profile(string kind, string space, string connection, (string Name, byte[] Body) tag)
    {
        const int start = HeaderLength + 4 + TagEntry;
        var profile = new byte[start + tag.Body.Length];
        BinaryPrimitives.WriteInt32BigEndian(profile, profile.Length);
        profile[8] = 2;
        Text(kind, 12);
        Text(space, 16);
        Text(connection, 20);
        Text("acsp", 36);
        byte[] d50 = [0, 0, 0xF6, 0xD6, 0, 1, 0, 0, 0, 0, 0xD3, 0x2D];
        d50.CopyTo(profile, 68);
        profile[HeaderLength + 3] = 1;
        Text(tag.Name, HeaderLength + 4);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(HeaderLength + 8), start);
        BinaryPrimitives.WriteInt32BigEndian(profile.AsSpan(HeaderLength + 12), tag.Body.Length);
        tag.Body.CopyTo(profile, start);
        return profile;

        void Text(string text, int at) => Encoding.ASCII.GetBytes(text).CopyTo(profile, at);
    }

    private static byte[] Int16(int value) => [(byte)(value >> 8), (byte)value];
}
