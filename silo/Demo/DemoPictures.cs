using System.Globalization;
using System.Reflection;
using SkiaSharp;

namespace Actors.Silo.Demo;

/// <summary>The posters of the demo site: drawn on request, in several sizes, and two photographs, one of them stored rotated.</summary>
internal static class DemoPictures
{
    private const int Drawn = 20;
    private static readonly (int Width, int Height)[] s_shapes = [(600, 800), (1600, 900), (800, 800), (480, 640), (1400, 2000)];

    public static int NumberOf(DemoEvent e)
    {
        for (var at = 0; at < DemoEvents.All.Count; at++)
        {
            if (DemoEvents.All[at] == e)
                return at;
        }
        return 0;
    }

    /// <summary>Some events share a poster, as on real sites.</summary>
    public static string AddressOf(DemoEvent e) => NumberOf(e) switch
    {
        3 or 17 => "/pictures/sideways.jpg",
        5 or 20 => "/pictures/evening.jpg",
        var n => $"/pictures/{(n % Drawn).ToString(CultureInfo.InvariantCulture)}.png",
    };

    public static (byte[] Bytes, string Type)? Find(string name)
    {
        if (name is "sideways.jpg" or "evening.jpg")
            return (Photograph(name), "image/jpeg");
        return name.EndsWith(".png", StringComparison.Ordinal) && int.TryParse(name[..^4], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Drawn
            ? (Poster(number), "image/png")
            : null;
    }

    private static byte[] Poster(int number)
    {
        var (width, height) = s_shapes[number % s_shapes.Length];
        using var bitmap = new SKBitmap(width, height, isOpaque: true);
        bitmap.Pixels = [.. Enumerable.Range(0, width * height).Select(at => DemoPoster.Colour((double)(at % width) / width, (double)(at / width) / height, number))];
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static byte[] Photograph(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
