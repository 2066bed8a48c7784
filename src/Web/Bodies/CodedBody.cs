using System.IO.Compression;

namespace Actors.Web.Bodies;

/// <summary>A body and its compressed forms. Each form is created once, on first use; concurrent callers share the work.</summary>
public sealed class CodedBody(ReadOnlyMemory<byte> plain)
{
    /// <summary>Shorter bodies are not compressed, because it saves nothing.</summary>
    public const int Shortest = 1024;

    // Compressing a megabyte takes about 20 ms with these values; higher ones save little more.
    private const int BrotliQuality = 5, BrotliWindow = 22;

    private readonly Lazy<Task<ReadOnlyMemory<byte>>> _brotli = new(() => Task.Run(() => Brotli(plain)));
    private readonly Lazy<Task<ReadOnlyMemory<byte>>> _gzip = new(() => Task.Run(() => Gzip(plain)));

    /// <summary>The coding to use for this body when a client accepts the given one.</summary>
    public ContentCoding Usable(ContentCoding coding) => plain.Length < Shortest ? ContentCoding.Identity : coding;

    /// <summary>Returns the body in a coding.</summary>
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
            : throw new InvalidOperationException("The Brotli buffer of maximum length was too short.");
    }

    private static ReadOnlyMemory<byte> Gzip(ReadOnlyMemory<byte> plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(plain.Span);
        return compressed.ToArray();
    }
}
