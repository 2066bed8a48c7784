using System.IO.Compression;

namespace Actors.Web.Bodies;

/// <summary>A body and its compressed forms, each made once, when somebody first asks for it; who asks meanwhile waits for the same.</summary>
public sealed class CodedBody(ReadOnlyMemory<byte> plain)
{
    /// <summary>A shorter body is sent as it is: compressing gains nothing.</summary>
    public const int Shortest = 1024;

    // Of these qualities a list of a megabyte takes about 20 ms, and a higher one saves little more.
    private const int BrotliQuality = 5, BrotliWindow = 22;

    private readonly Lazy<Task<ReadOnlyMemory<byte>>> _brotli = new(() => Task.Run(() => Brotli(plain)));
    private readonly Lazy<Task<ReadOnlyMemory<byte>>> _gzip = new(() => Task.Run(() => Gzip(plain)));

    /// <summary>The coding that will be used where one was asked for.</summary>
    public ContentCoding Usable(ContentCoding coding) => plain.Length < Shortest ? ContentCoding.Identity : coding;

    /// <summary>The body in a coding.</summary>
    public Task<ReadOnlyMemory<byte>> InAsync(ContentCoding coding) => coding switch
    {
        ContentCoding.Brotli => _brotli.Value,
        ContentCoding.Gzip => _gzip.Value,
        _ => Task.FromResult(plain),
    };

    private static ReadOnlyMemory<byte> Brotli(ReadOnlyMemory<byte> plain)
    {
        var compressed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain.Span, compressed, out var written, BrotliQuality, BrotliWindow)
            ? compressed[..written]
            : throw new InvalidOperationException("A buffer of the greatest compressed length was too short.");
    }

    private static ReadOnlyMemory<byte> Gzip(ReadOnlyMemory<byte> plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(plain.Span);
        return compressed.ToArray();
    }
}
