using System.Buffers;
using System.Text;

namespace Actors.Catalog.Extraction;

/// <summary>Bytes to text: byte order mark, then the header's charset, then the page's own, then UTF-8.</summary>
internal static class PageText
{
    private const int SniffBytes = 2_048;

    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create("\"'; />\r\n");

    public static string Decode(ReadOnlySpan<byte> body, string? contentType) => body switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => (Find(contentType) ?? Find(Encoding.Latin1.GetString(body[..Math.Min(body.Length, SniffBytes)])) ?? Encoding.UTF8).GetString(body),
    };

    private static Encoding? Find(string? text)
    {
        var at = text?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;
        var rest = text.AsSpan(at + "charset=".Length).TrimStart("\"' ");
        var end = rest.IndexOfAny(s_nameEnds);
        return ByName((end < 0 ? rest : rest[..end]).ToString());
    }

    private static Encoding? ByName(string name)
    {
        if (CodePagesEncodingProvider.Instance.GetEncoding(name) is { } old)
            return old;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
