using System.Buffers.Binary;

namespace Actors.Plumbing.Http;

/// <summary>Makes ids of requests: different from each other and from those of other processes, and no secrets, so that none asks the system for chance.</summary>
internal static class RequestIdMaker
{
    private const int Bytes = 16;
    private static readonly byte[] s_process = Guid.NewGuid().ToByteArray();
    private static long s_count;

    /// <summary>The next one, in the form of a UUID: half of it is the process's, half is counted.</summary>
    public static string Next()
    {
        Span<byte> id = stackalloc byte[Bytes];
        s_process.CopyTo(id);
        var second = id[sizeof(long)..];
        BinaryPrimitives.WriteInt64BigEndian(second, BinaryPrimitives.ReadInt64BigEndian(second) ^ Interlocked.Increment(ref s_count));
        return new Guid(id).ToString();
    }
}
