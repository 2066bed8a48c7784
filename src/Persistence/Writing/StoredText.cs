using System.Buffers;
using System.Text;

namespace Actors.Persistence.Writing;

/// <summary>Text that PostgreSQL and SQLite both keep: no NUL, no half of a surrogate pair.</summary>
internal static class StoredText
{
    private static readonly SearchValues<char> s_suspicious =
        SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static bool IsPlain(string text) => !text.AsSpan().ContainsAny(s_suspicious) || Clean(text) == text;

    /// <summary>The same text, with U+FFFD for what cannot be kept.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAny(s_suspicious) ? Clean(text) : text;

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
