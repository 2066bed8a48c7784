using System.Runtime.InteropServices;

namespace Actors.Catalog.Adapters.Gd;

/// <summary>Is libgd there?</summary>
internal static unsafe class GdLibrary
{
    private const string Remedy = "apt-get install -y libgd3";

    private static readonly Lazy<string?> Found = new(Load);

    /// <summary>What is missing and how to install it, in one line; null when all is well.</summary>
    public static string? Problem() => Found.Value;

    private static string? Load()
    {
        if (!Environment.Is64BitProcess)
            return "Posters need a 64-bit process.";
        if (!NativeLibrary.TryLoad(GdNative.Library, typeof(GdLibrary).Assembly, null, out var library))
            return $"{GdNative.Library} is missing, so posters cannot be converted: {Remedy}";
        if (!NativeLibrary.TryGetExport(library, nameof(GdNative.gdImageWebpPtrEx), out _))
            return $"{GdNative.Library} was built without WebP, so posters cannot be converted: {Remedy}";
        GdNative.gdSetErrorMethod(&GdNative.Ignore);
        return null;
    }
}
