using System.Runtime.InteropServices;

namespace Actors.Catalog.Adapters.Gd;

/// <summary>The public members of gd's image, where the ABI of libgd.so.3 has them on 64-bit systems. gd.h reads them
/// by macros, so there are no functions for them.</summary>
[StructLayout(LayoutKind.Explicit)]
internal unsafe struct GdImageLayout
{
    [FieldOffset(8)]
    public int Width;

    [FieldOffset(12)]
    public int Height;

    /// <summary>The colour that stands for "nothing here", or -1.</summary>
    [FieldOffset(4116)]
    public int Transparent;

    [FieldOffset(7248)]
    public int IsTrueColor;

    /// <summary>Rows of pixels: 7 bits of alpha (127 is transparent), then red, green, blue.</summary>
    [FieldOffset(7256)]
    public int** Rows;
}
