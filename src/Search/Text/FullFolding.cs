using System.Globalization;
using System.Text;

namespace Actors.Search.Text;

/// <summary>Folds any text with Unicode decompositions.</summary>
internal static class FullFolding
{
    private const char Breve = '\u0306';

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (rune.Value == Breve && folded.Length > 0 && folded[^1] == 'и') folded[^1] = 'й';
            else if (!IsDropped(rune)) Append(folded, Rune.ToLowerInvariant(rune));
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    // Lone surrogates and noncharacters cannot be normalised; they become the replacement character.
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append((IsCharacter(rune.Value) ? rune : Rune.ReplacementChar).ToString());
        return whole.ToString();
    }

    private static bool IsCharacter(int code) => (code & 0xFFFE) != 0xFFFE && code is not (>= 0xFDD0 and <= 0xFDEF);

    private static bool IsDropped(Rune rune) => rune.Value switch
    {
        '\'' or '`' or 0x2018 or 0x2019 or 0x02BC or 0x02B9 or 0x02BB or 0x2032 or 0x055A => true,
        >= 0x0300 and <= 0x036F or >= 0x0483 and <= 0x0489 or >= 0x0591 and <= 0x05C7 or >= 0x064B and <= 0x065F => Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark,
        >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF or >= 0x20D0 and <= 0x20FF or >= 0xFE20 and <= 0xFE2F => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format,
    };

    private static void Append(StringBuilder folded, Rune lower)
    {
        switch (lower.Value)
        {
            case 'ß': folded.Append("ss"); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'þ': folded.Append("th"); break;
            case 'ø': folded.Append('o'); break;
            case 'đ' or 'ð': folded.Append('d'); break;
            case 'ł': folded.Append('l'); break;
            case 'ħ': folded.Append('h'); break;
            case 'ı': folded.Append('i'); break;
            case 'ς': folded.Append('σ'); break;
            case 'ё': folded.Append('е'); break;
            default: folded.Append(lower.ToString()); break;
        }
    }
}
