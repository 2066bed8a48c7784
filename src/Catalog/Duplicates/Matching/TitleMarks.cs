using System.Collections.Frozen;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>The show that a title names among several on one day: early or late, first or second.</summary>
/// <param name="Early">Whether it is called an early show.</param>
/// <param name="Late">Whether it is called a late show.</param>
/// <param name="Number">The number next to a word like <c>сеанс</c>, or in Roman digits at the end; null if there is none.</param>
internal readonly record struct TitleMarks(bool Early, bool Late, int? Number)
{
    private static readonly string[] s_early = ["ранн", "утренн", "дневн", "early", "matinee"];
    private static readonly string[] s_late = ["поздн", "вечерн", "late", "evening"];

    private static readonly FrozenSet<string> s_shows = new[]
    {
        "сеанс", "сеанса", "сет", "показ", "шоу", "сессия", "отделение", "часть", "set", "show", "session", "seance", "part",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether two titles name different shows of one day.</summary>
    public bool ConflictsWith(TitleMarks other) =>
        (Early && !Late && other.Late && !other.Early)
        || (Late && !Early && other.Early && !other.Late)
        || (Number is { } own && other.Number is { } theirs && own != theirs);

    /// <summary>Reads the folded words of a title.</summary>
    public static TitleMarks Of(string[] words) => new(Array.Exists(words, IsEarly), Array.Exists(words, IsLate), ShowNumber(words));

    private static bool IsEarly(string word) => Array.Exists(s_early, mark => word.StartsWith(mark, StringComparison.Ordinal));

    // Only the exact word: "Later" and "Latex" are names.
    private static bool IsLate(string word) => Array.Exists(s_late, mark => mark == "late" ? word == mark : word.StartsWith(mark, StringComparison.Ordinal));

    private static int? ShowNumber(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!s_shows.Contains(words[i])) continue;
            var near = (i + 1 < words.Length ? TitleNumbers.Read(words[i + 1]) : null) ?? (i > 0 ? TitleNumbers.Read(words[i - 1]) : null);
            if (near is not null) return near;
        }

        return words.Length > 1 ? TitleNumbers.ReadRoman(words[^1]) : null;
    }
}
