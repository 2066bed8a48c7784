using SkiaSharp;

namespace Actors.Silo.Demo;

/// <summary>Computes the colour of each point of a poster: a gradient, a sun and waves.</summary>
internal static class DemoPoster
{
    private static readonly (int Top, int Bottom, int Mark)[] s_palettes =
    [
        (0x1D2B64, 0xF8CDDA, 0xFFD166), (0x0F2027, 0x2C7744, 0xF4F1DE), (0x42275A, 0x734B6D, 0xFFB4A2), (0x134E5E, 0x71B280, 0xFDF0D5), (0x3A1C71, 0xFFAF7B, 0xF9F871),
    ];

    public static SKColor Colour(double x, double y, int number) => new(0xFF000000 | (uint)Rgb(x, y, number));

    private static int Rgb(double x, double y, int number)
    {
        var (top, bottom, mark) = s_palettes[number / 4 % s_palettes.Length];
        var sun = Math.Pow(x - 0.3 - (number % 4 * 0.13), 2) + Math.Pow(y - 0.33, 2);
        if (sun < 0.02 + (number % 3 * 0.008))
            return mark;
        var wave = y - 0.62 - (0.05 * Math.Sin((x * (4 + (number % 5))) + number));
        var band = wave > 0 && (int)(wave * 22) % 2 == 0;
        return Mix(top, bottom, band ? Math.Max(0, y - 0.35) : y);
    }

    private static int Mix(int a, int b, double part)
    {
        var mixed = 0;
        for (var shift = 16; shift >= 0; shift -= 8)
            mixed |= (int)((((a >> shift) & 255) * (1 - part)) + (((b >> shift) & 255) * part)) << shift;
        return mixed;
    }
}
