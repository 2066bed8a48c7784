using System.Collections.Immutable;
using System.Text;
using Actors.Search;
using Actors.Search.Text;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>A title in comparable form.</summary>
/// <param name="Grams">Groups of three neighbouring sounds of its words' stems, rising, each once.</param>
/// <param name="Numbers">The numbers in it, rising, each once.</param>
/// <param name="Marks">Which show of several it says it is.</param>
internal sealed record TitleKey(ImmutableArray<int> Grams, ImmutableArray<int> Numbers, TitleMarks Marks)
{
    /// <summary>Most characters of a title that count, and most words of these.</summary>
    private const int MostCharacters = 500, MostWords = 40;

    private const int Prime = 65_599;

    /// <summary>The comparable form of a title.</summary>
    public static TitleKey Of(string title)
    {
        var words = Words(title.Length > MostCharacters ? title[..MostCharacters] : title);
        var (grams, numbers) = (new List<int>(), new List<int>());
        foreach (var word in words)
        {
            if (TitleNumbers.Read(word) is { } number) numbers.Add(number);
            else AddGrams(grams, WordKeys.Of(word));
        }

        return new(Rising(grams), Rising(numbers), TitleMarks.Of(words));
    }

    private static ImmutableArray<int> Rising(List<int> values)
    {
        values.Sort();
        return [.. values.Where((value, at) => at == 0 || value != values[at - 1])];
    }

    // "№5" and "vol2" have a number each.
    private static string[] Words(string title)
    {
        var apart = new StringBuilder();
        foreach (var c in TextFolding.Fold(title.Replace('№', ' ')))
        {
            if (apart.Length > 0 && char.IsAsciiDigit(c) != char.IsAsciiDigit(apart[^1])) apart.Append(' ');
            apart.Append(c);
        }

        return [.. apart.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
    }

    // The beginning of a word counts as a sound, its end does not: endings differ where stems are cut from one spelling only.
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
