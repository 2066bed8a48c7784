using System.Collections.Immutable;
using System.Text;
using Actors.Search;
using Actors.Search.Text;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>A title in a form for comparison.</summary>
/// <param name="Grams">Distinct trigrams of the phonetic stems of its words, ascending.</param>
/// <param name="Numbers">The distinct numbers in the title, ascending.</param>
/// <param name="Marks">The show that the title names among several.</param>
internal sealed record TitleKey(ImmutableArray<int> Grams, ImmutableArray<int> Numbers, TitleMarks Marks)
{
    /// <summary>Maximum number of characters and of words compared.</summary>
    private const int MaxCharacters = 500, MaxWords = 40;

    private const int Prime = 65_599;

    /// <summary>Converts a title.</summary>
    public static TitleKey Of(string title)
    {
        var words = Words(title.Length > MaxCharacters ? title[..MaxCharacters] : title);
        var (grams, numbers) = (new List<int>(), new List<int>());
        foreach (var word in words)
        {
            if (TitleNumbers.Read(word) is { } number) numbers.Add(number);
            else AddGrams(grams, WordKeys.Of(word));
        }

        return new(Distinct(grams), Distinct(numbers), TitleMarks.Of(words));
    }

    private static ImmutableArray<int> Distinct(List<int> values)
    {
        values.Sort();
        return [.. values.Where((value, at) => at == 0 || value != values[at - 1])];
    }

    // Splits digits from letters, as in "№5" and "vol2".
    private static string[] Words(string title)
    {
        var spaced = new StringBuilder();
        foreach (var c in TextFolding.Fold(title.Replace('№', ' ')))
        {
            if (spaced.Length > 0 && char.IsAsciiDigit(c) != char.IsAsciiDigit(spaced[^1])) spaced.Append(' ');
            spaced.Append(c);
        }

        return [.. spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)];
    }

    // Includes the start of a word but not its end, because stemming leaves different endings.
    private static void AddGrams(List<int> grams, string sounds)
    {
        var (before, last) = (0, (int)'^');
        foreach (var sound in sounds)
        {
            grams.Add((((before * Prime) + last) * Prime) + sound);
            (before, last) = (last, sound);
        }
    }
}
