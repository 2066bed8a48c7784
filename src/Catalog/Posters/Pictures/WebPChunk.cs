using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>A chunk of a RIFF file.</summary>
internal readonly ref struct WebPChunk
{
    public const int HeaderLength = 8;

    private WebPChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body, int length)
    {
        Type = type;
        Body = body;
        Length = length;
    }

    public ReadOnlySpan<byte> Type { get; }
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>Length including header and padding, so the next chunk starts here.</summary>
    public int Length { get; }

    public bool Is(ReadOnlySpan<byte> type) => Type.SequenceEqual(type);

    /// <summary>False if the bytes end before the chunk does.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out WebPChunk chunk)
    {
        chunk = default;
        if (bytes.Length < HeaderLength)
            return false;
        var size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (size > bytes.Length - HeaderLength)
            return false;
        var length = (int)Math.Min(HeaderLength + size + (size & 1), bytes.Length);
        chunk = new WebPChunk(bytes[..4], bytes.Slice(HeaderLength, (int)size), length);
        return true;
    }
}
