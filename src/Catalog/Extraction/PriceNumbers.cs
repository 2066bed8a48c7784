using System.Globalization;

namespace Actors.Catalog.Extraction;

/// <summary>Finds the numbers in a text that can be prices. Skips ages, percentages, times and dates.</summary>
internal static class PriceNumbers
{
    private const int MaxDigits = 12, MaxNumbers = 50, Group = 3;
    private static readonly string[] s_otherUnits = ["лет", "год", "%", "+", "час", "мин", "чел", "шт", "этаж", "years", "yrs", ":"];

    public readonly record struct Found(decimal Value, bool UpTo);

    public static IReadOnlyList<Found> In(string text)
    {
        var found = new List<Found>();
        for (var at = 0; at < text.Length && found.Count < MaxNumbers;)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }
            var end = EndOfNumber(text, at);
            if (IsPrice(text, at, end) && Value(text[at..end]) is { } value)
                found.Add(new(value, Before(text, at, "до") || Before(text, at, "up to")));
            at = end;
        }
        return found;
    }

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || JoinsDigits(text, at)))
            at++;
        return at;
    }

    // A separator is part of the number if digits follow; a space only before a group of exactly three digits.
    private static bool JoinsDigits(string text, int at) => text[at] switch
    {
        '.' or ',' or '\'' => Digits(text, at + 1) > 0,
        ' ' or '\u00A0' or '\u202F' or '\u2009' => Digits(text, at + 1) == Group && DigitsBefore(text, at) <= Group,
        _ => false,
    };

    private static int Digits(string text, int at)
    {
        var count = 0;
        while (at + count < text.Length && count <= MaxDigits && char.IsAsciiDigit(text[at + count]))
            count++;
        return count;
    }

    private static int DigitsBefore(string text, int at)
    {
        var count = 0;
        while (count <= MaxDigits && at - count > 0 && char.IsAsciiDigit(text[at - count - 1]))
            count++;
        return count;
    }

    private static bool IsPrice(string text, int at, int end)
    {
        var after = text.AsSpan(end).TrimStart();
        foreach (var unit in s_otherUnits)
        {
            if (after.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
                return false;
        }
        return at == 0 || MayFollow(text, at - 1);
    }

    // Excludes minutes of a time, negative numbers and ends of words, unless the word is a currency.
    private static bool MayFollow(string text, int before) => text[before] switch
    {
        ':' => false,
        '-' or '−' => before > 0 && char.IsLetterOrDigit(text[before - 1]),
        var c when char.IsLetter(c) => before >= 2 && PriceText.CurrencyOf(text[(before - 2)..(before + 1)]) is not null,
        _ => true,
    };

    private static bool Before(string text, int at, string word)
    {
        var head = text.AsSpan(0, at).TrimEnd();
        return head.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            && (head.Length == word.Length || !char.IsLetter(head[^(word.Length + 1)]));
    }

    // A separator between groups of three groups thousands. Otherwise the last separator is the decimal point, unless it repeats, as in a date.
    private static decimal? Value(string number)
    {
        var last = number.LastIndexOfAny(['.', ',']);
        var digits = last < 0 ? 0 : number.Length - last - 1;
        var repeats = last >= 0 && number.IndexOf(number[last], StringComparison.Ordinal) != last;
        if (repeats && digits != Group)
            return null;
        var decimals = last >= 0 && !repeats && (digits != Group || number[0] == '0' || number.AsSpan(0, last).IndexOfAny('.', ',') >= 0);
        var whole = new string([.. (decimals ? number[..last] : number).Where(char.IsAsciiDigit)]);
        var written = decimals ? $"{whole}.{number[(last + 1)..]}" : whole;
        return whole.Length is 0 or > MaxDigits || digits > MaxDigits
            ? null
            : decimal.Parse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
    }
}
