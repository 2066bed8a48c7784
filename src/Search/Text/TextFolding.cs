using System.Runtime.CompilerServices;
using System.Text;

namespace Actors.Search.Text;

/// <summary>
/// Makes texts comparable: lower case, <c>ё</c> as <c>е</c>, compatibility forms as plain ones, letters without their diacritics (but <c>й</c>
/// stays), no apostrophes, everything between words as one space.
/// </summary>
public static class TextFolding
{
    /// <summary>The words of a text in comparable form, one space between them. Folding twice changes nothing.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = Letters(text);
        var folded = new StringBuilder(letters.Length);
        for (var words = new WordReader(letters); words.MoveNext();)
        {
            if (folded.Length > 0) folded.Append(' ');
            folded.Append(words.Current);
        }

        return folded.ToString();
    }

    /// <summary>Comparable letters with the punctuation still between them, as <see cref="WordReader"/> takes them.</summary>
    internal static string Letters(ReadOnlySpan<char> text)
    {
        using var folded = new FoldedLetters(text);
        return folded.Span.ToString();
    }

    // Most texts are ASCII and Russian: those need no tables. Less than zero: this one does.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int FoldPlain(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '\'' or '`': break;
                case >= 'A' and <= 'Z': folded[length++] = (char)(c | 0x20); break;
                case < '\u0080': folded[length++] = c; break;
                case >= 'А' and <= 'Я': folded[length++] = (char)(c + ('а' - 'А')); break;
                case >= 'а' and <= 'я': folded[length++] = c; break;
                case 'ё' or 'Ё': folded[length++] = 'е'; break;
                case '«' or '»' or '–' or '—': folded[length++] = ' '; break;
                default: return -1;
            }
        }

        return length;
    }
}
