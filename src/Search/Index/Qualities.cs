using System.Numerics;
using System.Runtime.InteropServices;

namespace Actors.Search.Index;

/// <summary>SIMD operations on the qualities of many documents.</summary>
internal static class Qualities
{
    /// <summary>Sets each element to the minimum; returns false if all are zero afterwards.</summary>
    public static bool KeepWorst(Span<byte> worst, ReadOnlySpan<byte> others)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(worst);
        var more = MemoryMarshal.Cast<byte, Vector<byte>>(others);
        for (var i = 0; i < vectors.Length; i++) vectors[i] = Vector.Min(vectors[i], more[i]);
        for (var i = vectors.Length * Vector<byte>.Count; i < worst.Length; i++) worst[i] = Math.Min(worst[i], others[i]);
        return worst.ContainsAnyExcept((byte)0);
    }

    /// <summary>Sets each element to the maximum.</summary>
    public static void KeepBest(Span<byte> best, ReadOnlySpan<byte> others)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(best);
        var more = MemoryMarshal.Cast<byte, Vector<byte>>(others);
        for (var i = 0; i < vectors.Length; i++) vectors[i] = Vector.Max(vectors[i], more[i]);
        for (var i = vectors.Length * Vector<byte>.Count; i < best.Length; i++) best[i] = Math.Max(best[i], others[i]);
    }

    /// <summary>Adds each element to its sum.</summary>
    public static void AddTo(Span<ushort> sums, ReadOnlySpan<byte> qualities)
    {
        var vectors = MemoryMarshal.Cast<ushort, Vector<ushort>>(sums);
        var more = MemoryMarshal.Cast<byte, Vector<byte>>(qualities);
        for (var i = 0; i < more.Length; i++)
        {
            Vector.Widen(more[i], out var low, out var high);
            vectors[2 * i] += low;
            vectors[(2 * i) + 1] += high;
        }

        for (var i = more.Length * Vector<byte>.Count; i < qualities.Length; i++) sums[i] += qualities[i];
    }
}
