using System.Collections.Immutable;
using System.Text;
using Actors.Search.Text;

namespace Actors.Search.Query;

/// <summary>Parses one whitespace-separated part of a query.</summary>
internal static class SlotReading
{
    /// <summary>Maximum number of words that punctuation separates in one slot.</summary>
    private const int MaxWords = 6;

    /// <summary>Letters of scientific transliteration and their sounds.</summary>
    private static readonly (string Letter, string Sound)[] s_scientific =
        [("č", "ch"), ("š", "sh"), ("ž", "zh"), ("ŝ", "shch"), ("û", "yu"), ("â", "ya"), ("ë", "yo")];

    /// <summary>Parses a slot; null when the text has no words.</summary>
    public static QuerySlot? Read(string chunk)
    {
        var typed = Words(chunk);
        if (typed.Count == 0) return null;
        var alternatives = new List<ImmutableArray<QueryWord>> { All(typed, QueryWord.Typed) };
        if (typed.Count > 1) alternatives.Add([QueryWord.Typed(Joined(typed))]);
        if (Spelled(chunk) is { } spelled) Add(alternatives, spelled, QueryWord.Spelled);
        if (KeyboardLayout.Swap(chunk) is { } swapped) Add(alternatives, swapped, QueryWord.Swapped);
        return new QuerySlot([.. alternatives]);
    }

    private static void Add(List<ImmutableArray<QueryWord>> alternatives, string chunk, Func<string, QueryWord> read)
    {
        if (Words(chunk) is { Count: > 0 } words) alternatives.Add(All(words, read));
    }

    private static ImmutableArray<QueryWord> All(List<string> words, Func<string, QueryWord> read) => [.. words.Take(MaxWords).Select(read)];

    private static List<string> Words(string chunk)
    {
        var words = new List<string>();
        for (var reader = new WordReader(TextFolding.Letters(chunk)); reader.MoveNext();) words.Add(reader.Current.ToString());
        return words;
    }

    private static string Joined(List<string> words)
    {
        var joined = string.Concat(words);
        return joined.Length <= WordReader.MaxLength ? joined : joined[..WordReader.MaxLength];
    }

    private static string? Spelled(string chunk)
    {
        if (!chunk.AsSpan().ContainsAnyExceptInRange('\0', '\u007F') || chunk.Any(char.IsSurrogate)) return null;
        var composed = chunk.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        var spelled = s_scientific.Aggregate(composed, (text, pair) => text.Replace(pair.Letter, pair.Sound, StringComparison.Ordinal));
        return spelled == composed ? null : spelled;
    }
}
