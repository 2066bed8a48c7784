using System.Runtime.InteropServices;

namespace Actors.Catalog.Tests.Posters.Gd;

/// <summary>Pictures in forms that take most to decode, made from a PNG by libgd.</summary>
internal static partial class Remade
{
    private const string Library = "libgd.so.3";
    private const int Lossless = 101, Quality = 60;

    public static byte[] ProgressiveJpeg(byte[] png) => Of(png, image =>
    {
        gdImageInterlace(image, 1);
        return (gdImageJpegPtr(image, out var size, Quality), size);
    });

    public static byte[] LosslessWebP(byte[] png) => Of(png, image => (gdImageWebpPtrEx(image, out var size, Lossless), size));

    private static byte[] Of(byte[] png, Func<nint, (nint Bytes, int Size)> write)
    {
        var image = gdImageCreateFromPngPtr(png.Length, png);
        gdImagePaletteToTrueColor(image).ShouldNotBe(0);
        var (bytes, size) = write(image);
        gdImageDestroy(image);
        bytes.ShouldNotBe(0);
        var made = new byte[size];
        Marshal.Copy(bytes, made, 0, size);
        gdFree(bytes);
        return made;
    }

    [LibraryImport(Library)]
    private static partial nint gdImageCreateFromPngPtr(int size, byte[] data);

    [LibraryImport(Library)]
    private static partial int gdImagePaletteToTrueColor(nint image);

    [LibraryImport(Library)]
    private static partial void gdImageInterlace(nint image, int interlace);

    [LibraryImport(Library)]
    private static partial nint gdImageJpegPtr(nint image, out int size, int quality);

    [LibraryImport(Library)]
    private static partial nint gdImageWebpPtrEx(nint image, out int size, int quality);

    [LibraryImport(Library)]
    private static partial void gdImageDestroy(nint image);

    [LibraryImport(Library)]
    private static partial void gdFree(nint memory);
}
