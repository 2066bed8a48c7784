using System.Buffers;
using System.Text;

namespace Actors.Persistence.Writing;

/// <summary>Text that both databases can store: without NUL and without lone surrogates.</summary>
internal static class StoredText
{
    private static readonly SearchValues<char> s_candidates =
        SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny(s_candidates) || Clean(text) == text;

    /// <summary>The text with U+FFFD for characters that cannot be stored.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAny(s_candidates) ? Clean(text) : text;

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        }

        return clean.ToString();
    }
}
