using System.Collections.Frozen;
using System.Globalization;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>Reads numbers in titles: <c>2</c>, <c>II</c>, <c>вторая</c>, <c>second</c>.</summary>
internal static class TitleNumbers
{
    private const int MaxDigits = 9;

    private static readonly FrozenDictionary<string, int> s_words = Forms().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> s_roman =
        new[] { "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii" }
            .Select((text, at) => (text, at)).ToFrozenDictionary(pair => pair.text, pair => pair.at + 1, StringComparer.Ordinal);

    /// <summary>The number that a folded word means, or null.</summary>
    public static int? Read(string word)
    {
        if (word.Length <= MaxDigits && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
        return s_words.TryGetValue(word, out var named) ? named : ReadRoman(word);
    }

    /// <summary>The number of a folded word in Roman digits, or null.</summary>
    public static int? ReadRoman(string word) => s_roman.TryGetValue(word, out var number) ? number : null;

    private static Dictionary<string, int> Forms()
    {
        string[][] forms =
        [
            ["первый", "первая", "первое", "первого", "первой", "первую", "first"],
            ["второй", "вторая", "второе", "второго", "вторую", "second"],
            ["третий", "третья", "третье", "третьего", "третьей", "третью", "third"],
            ["четвертый", "четвертая", "четвертое", "четвертого", "четвертой", "четвертую", "fourth"],
            ["пятый", "пятая", "пятое", "пятого", "пятой", "пятую", "fifth"],
        ];
        return forms.SelectMany((words, at) => words.Select(word => (word, at))).ToDictionary(pair => pair.word, pair => pair.at + 1, StringComparer.Ordinal);
    }
}
