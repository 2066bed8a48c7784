using System.Runtime.CompilerServices;
using System.Text;

namespace Actors.Search.Text;

/// <summary>
/// Folds texts for comparison: lower case, <c>ё</c> to <c>е</c>, compatibility forms to plain ones, no diacritics (except <c>й</c>), no apostrophes,
/// one space between words.
/// </summary>
public static class TextFolding
{
    /// <summary>The folded words of a text, separated by one space. The operation is idempotent.</summary>
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

    /// <summary>The folded letters including punctuation, as input of <see cref="WordReader"/>.</summary>
    internal static string Letters(ReadOnlySpan<char> text)
    {
        using var folded = new FoldedLetters(text);
        return folded.Span.ToString();
    }

    // Fast path for ASCII and Russian, which most texts are. Returns a negative number for other texts.
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
