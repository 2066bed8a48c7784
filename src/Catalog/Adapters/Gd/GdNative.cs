using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Actors.Catalog.Adapters.Gd;

/// <summary>The functions of libgd that posters need. Only those that take and give memory are used, so that no
/// callback of ours lies between libjpeg's or libpng's long jumps.</summary>
internal static unsafe partial class GdNative
{
    /// <summary>The soname that Debian's libgd3 installs.</summary>
    public const string Library = "libgd.so.3";

    [LibraryImport(Library)]
    internal static partial GdImageLayout* gdImageCreateFromJpegPtrEx(int size, byte* data, int ignoreWarnings);

    [LibraryImport(Library)]
    internal static partial GdImageLayout* gdImageCreateFromPngPtr(int size, byte* data);

    [LibraryImport(Library)]
    internal static partial GdImageLayout* gdImageCreateFromGifPtr(int size, byte* data);

    [LibraryImport(Library)]
    internal static partial GdImageLayout* gdImageCreateFromWebpPtr(int size, byte* data);

    [LibraryImport(Library)]
    internal static partial GdImageLayout* gdImageCreateFromBmpPtr(int size, byte* data);

    [LibraryImport(Library)]
    internal static partial GdImageLayout* gdImageCreateTrueColor(int width, int height);

    [LibraryImport(Library)]
    internal static partial int gdImagePaletteToTrueColor(GdImageLayout* image);

    [LibraryImport(Library)]
    internal static partial void gdImageAlphaBlending(GdImageLayout* image, int blend);

    [LibraryImport(Library)]
    internal static partial void gdImageCopyResampled(
        GdImageLayout* target, GdImageLayout* source, int targetX, int targetY, int sourceX, int sourceY,
        int targetWidth, int targetHeight, int sourceWidth, int sourceHeight);

    [LibraryImport(Library)]
    internal static partial byte* gdImageWebpPtrEx(GdImageLayout* image, out int size, int quality);

    [LibraryImport(Library)]
    internal static partial void gdImageDestroy(GdImageLayout* image);

    [LibraryImport(Library)]
    internal static partial void gdFree(void* memory);

    [LibraryImport(Library)]
    internal static partial void gdSetErrorMethod(delegate* unmanaged[Cdecl]<int, byte*, void*, void> method);

    /// <summary>gd writes its complaints to the error output unless told otherwise; the refusal says all we need.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static void Ignore(int priority, byte* format, void* arguments)
    {
        // A refusal is a value here; there is nothing to add.
    }
}
