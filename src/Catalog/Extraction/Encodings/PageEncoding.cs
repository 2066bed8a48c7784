using System.Text;

namespace Actors.Catalog.Extraction.Encodings;

/// <summary>An encoding of the Encoding Standard. Undecodable bytes become U+FFFD.</summary>
internal sealed class PageEncoding
{
    private const string Undecoded = "\uFFFD";

    private readonly Encoding? _encoding;
    private readonly string? _table;

    /// <param name="encoding">Null for the encoding "replacement", which decodes to a single U+FFFD.</param>
    public PageEncoding(Encoding? encoding) => _encoding = encoding;

    /// <param name="table">The characters of the 256 byte values.</param>
    public PageEncoding(string table) => _table = table;

    public bool IsUtf16 { get; init; }

    public string Decode(ReadOnlySpan<byte> body)
    {
        if (_table is null)
            return _encoding?.GetString(body) ?? Undecoded;
        return string.Create(body.Length, new TableRead(body, _table), static (text, read) =>
        {
            for (var at = 0; at < text.Length; at++)
                text[at] = read.Table[read.Body[at]];
        });
    }

    private readonly ref struct TableRead(ReadOnlySpan<byte> body, string table)
    {
        public readonly ReadOnlySpan<byte> Body = body;
        public readonly string Table = table;
    }
}
