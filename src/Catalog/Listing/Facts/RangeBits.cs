using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Actors.Catalog.Listing.Facts;

/// <summary>Tests columns for values within a range, with vector instructions. A bit stands for a row, a word for a group of 64.</summary>
internal static class RangeBits
{
    /// <summary>Rows per word.</summary>
    public const int Group = 64;

    /// <summary>Clears the bits of rows whose value is below <paramref name="least"/> or above <paramref name="most"/>.</summary>
    public static void And(Span<ulong> bits, ReadOnlySpan<byte> values, byte least, byte most)
    {
        var (low, high) = (Vector256.Create(least), Vector256.Create(most));
        for (var word = 0; word < bits.Length; word++)
        {
            if (bits[word] == 0) continue;
            var vectors = MemoryMarshal.Cast<byte, Vector256<byte>>(values.Slice(word * Group, Group));
            bits[word] &= Within(vectors[0], low, high) | ((ulong)Within(vectors[1], low, high) << Vector256<byte>.Count);
        }
    }

    /// <summary>Clears the bits of rows whose value is below <paramref name="least"/> or above <paramref name="most"/>.</summary>
    public static void And(Span<ulong> bits, ReadOnlySpan<long> values, long least, long most)
    {
        var (low, high) = (Vector256.Create(least), Vector256.Create(most));
        for (var word = 0; word < bits.Length; word++)
        {
            if (bits[word] == 0) continue;
            var vectors = MemoryMarshal.Cast<long, Vector256<long>>(values.Slice(word * Group, Group));
            var found = 0UL;
            for (var i = 0; i < vectors.Length; i++) found |= (ulong)Within(vectors[i], low, high) << (i * Vector256<long>.Count);
            bits[word] &= found;
        }
    }

    private static uint Within<T>(Vector256<T> values, Vector256<T> low, Vector256<T> high) =>
        (Vector256.GreaterThanOrEqual(values, low) & Vector256.LessThanOrEqual(values, high)).ExtractMostSignificantBits();
}
