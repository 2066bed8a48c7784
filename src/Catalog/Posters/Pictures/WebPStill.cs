using System.Buffers.Binary;

namespace Actors.Catalog.Posters.Pictures;

/// <summary>A still WebP file, rewritten from only the chunks of its picture.</summary>
internal readonly record struct WebPStill(PixelSize Size, long DecodeBytes, ReadOnlyMemory<byte> Bytes)
{
    private const int RiffHeader = 12, ExtendedLength = 10;
    private const byte ProfileFlag = 0x20, AlphaFlag = 0x10;

    /// <summary>Finds the picture, and the alpha plane before it.</summary>
    public static bool Find(ReadOnlySpan<byte> chunks, WebPChunk profile, out WebPStill still)
    {
        still = default;
        WebPChunk alpha = default;
        while (WebPChunk.TryRead(chunks, out var chunk))
        {
            if (chunk.Is("ALPH"u8))
                alpha = chunk;
            if (WebPBitstream.IsPicture(chunk))
            {
                if (WebPBitstream.Read(chunk) is not { } stream)
                    return false;
                still = new WebPStill(stream.Size, stream.DecodeBytes, Write(profile, alpha, chunk, stream.Size));
                return true;
            }

            chunks = chunks[chunk.Length..];
        }

        return false;
    }

    public static ReadOnlyMemory<byte> Write(WebPChunk profile, WebPChunk alpha, WebPChunk picture, PixelSize size)
    {
        var coloured = profile.Length > 0;
        var layered = alpha.Length > 0 && picture.Is("VP8 "u8);
        using var file = new MemoryStream(RiffHeader + profile.Length + alpha.Length + picture.Length + WebPChunk.HeaderLength + ExtendedLength + 3);
        file.Write("RIFF\0\0\0\0WEBP"u8);
        if (coloured || layered)
            Append(file, "VP8X"u8, Extended((byte)((coloured ? ProfileFlag : 0) | AlphaFlag), size));
        if (coloured)
            Append(file, profile.Type, profile.Body);
        if (layered)
            Append(file, alpha.Type, alpha.Body);
        Append(file, picture.Type, picture.Body);
        var bytes = file.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), bytes.Length - 8);
        return bytes;
    }

    /// <summary>The alpha flag may be set without need; the picture decides.</summary>
    private static byte[] Extended(byte flags, PixelSize size)
    {
        var (right, bottom) = (size.Width - 1, size.Height - 1);
        return [flags, 0, 0, 0, (byte)right, (byte)(right >> 8), (byte)(right >> 16), (byte)bottom, (byte)(bottom >> 8), (byte)(bottom >> 16)];
    }

    private static void Append(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, body.Length);
        file.Write(type);
        file.Write(size);
        file.Write(body);
        if (body.Length % 2 == 1)
            file.WriteByte(0);
    }
}
