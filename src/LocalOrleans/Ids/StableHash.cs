using System.Buffers.Binary;
using System.Numerics;

namespace Orleans.Runtime;

/// <summary>
/// XXH32 with its bytes in network order, which is the number that Orleans gives: reminders are stored with it, so a database
/// filled by one build is divided among silos rightly by the other.
/// </summary>
internal static class StableHash
{
    private const uint Prime1 = 2654435761;
    private const uint Prime2 = 2246822519;
    private const uint Prime3 = 3266489917;
    private const uint Prime4 = 668265263;
    private const uint Prime5 = 374761393;
    private const int Stripe = 16;

    public static int Compute(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            var rest = bytes;
            var hash = (bytes.Length < Stripe ? Prime5 : Stripes(ref rest)) + (uint)bytes.Length;
            for (; rest.Length >= sizeof(uint); rest = rest[sizeof(uint)..])
            {
                hash = BitOperations.RotateLeft(hash + (Word(rest, 0) * Prime3), 17) * Prime4;
            }

            foreach (var value in rest)
            {
                hash = BitOperations.RotateLeft(hash + (value * Prime5), 11) * Prime1;
            }

            return (int)BinaryPrimitives.ReverseEndianness(Avalanche(hash));
        }
    }

    /// <summary>Takes all whole stripes off the front; their four lanes are hashed side by side.</summary>
    private static uint Stripes(ref ReadOnlySpan<byte> rest)
    {
        unchecked
        {
            var (a, b, c, d) = (Prime1 + Prime2, Prime2, 0u, 0u - Prime1);
            for (; rest.Length >= Stripe; rest = rest[Stripe..])
            {
                (a, b) = (Round(a, Word(rest, 0)), Round(b, Word(rest, 4)));
                (c, d) = (Round(c, Word(rest, 8)), Round(d, Word(rest, 12)));
            }

            return BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7) + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        }
    }

    private static uint Round(uint lane, uint word) => unchecked(BitOperations.RotateLeft(lane + (word * Prime2), 13) * Prime1);

    private static uint Word(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static uint Avalanche(uint hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 15)) * Prime2;
            hash = (hash ^ (hash >> 13)) * Prime3;
            return hash ^ (hash >> 16);
        }
    }
}
