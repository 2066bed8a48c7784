using System.Collections.Immutable;
using Actors.Search.Index;
using Actors.Search.Query;
using Actors.Search.Sound;
using Actors.Search.Stems;
using Actors.Search.Text;
using Actors.Search.Typos;

namespace Actors.Search.Tests;

/// <summary>A reference implementation without an index: it compares every query word with every document word.</summary>
internal static class Reference
{
    public static List<SearchHit> Find(IEnumerable<SearchDocument> documents, string query)
    {
        var slots = QueryPlan.Of(query);
        var hits = slots.Length == 0 ? [] : documents.Select(d => new SearchHit(d.Id, Rank(d, slots))).Where(hit => hit.Rank > 0);
        return [.. hits.OrderByDescending(hit => hit.Rank).ThenBy(hit => hit.Id)];
    }

    public static int Typos(string pattern, int stem, string word, int wordStem)
    {
        var bound = TypoBudget.Of(pattern);
        var best = bound == 0 ? 0 : Distance(pattern, word);
        if (best == 0) return 0;
        if (best > bound) best = int.MaxValue;
        var forStem = TypoBudget.Of(pattern.AsSpan(0, stem));
        var stems = forStem == 0 ? int.MaxValue : Distance(pattern[..stem], word[..wordStem]);
        if (stems <= forStem) best = Math.Min(best, Math.Max(1, stems));
        return best == int.MaxValue ? 0 : best;
    }

    public static string RandomWord(Random random, int min, int max) =>
        new([.. Enumerable.Range(0, random.Next(min, max)).Select(_ => "абвие"[random.Next(5)])]);

    /// <summary>The textbook edit distance with insertions, deletions, replacements and swaps of neighbours.</summary>
    public static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0) d[i, j] = i + j;
                else d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }

    private static int Rank(SearchDocument document, ImmutableArray<QuerySlot> slots)
    {
        var qualities = slots.Select(slot => slot.Alternatives.Max(words => words.Min(word => Best(document, word)))).ToList();
        if (qualities.Min() == 0) return 0;
        var most = document.Fields.Max(field => field.Weight);
        var length = document.Fields.Where(field => field.Weight == most).Sum(field => TextFolding.Fold(field.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        return ((qualities.Min() >> 4) << 24) | (qualities.Sum() << 8) | (255 - length);
    }

    private static int Best(SearchDocument document, QueryWord word) => document.Fields.Max(field =>
        Words(field.Text).Select(term => Match(word, term)).Where(match => match != MatchClass.None)
            .Select(match => (int)Quality.Of(match, field.Weight)).DefaultIfEmpty(0).Max());

    private static IEnumerable<string> Words(string text) => text.Split(' ').SelectMany(chunk =>
    {
        var parts = TextFolding.Fold(chunk).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return chunk.Contains('-', StringComparison.Ordinal) ? parts.Append(string.Concat(parts)) : parts;
    });

    private static MatchClass Match(QueryWord word, string term)
    {
        var stem = RussianStemmer.StemLength(term);
        var matches = new List<MatchClass> { MatchClass.None, Typed(word, term, stem) };
        if (word.OtherStems.Any(other => other.Length >= 2 && term[..stem] == other)) matches.Add(MatchClass.OtherStem);
        var key = SoundKey.OfTerm(term);
        if (key.Length > 0 && QueryWord.HasLatin(term) != word.IsLatin) matches.AddRange(word.SoundKeys.Select(own => Sound(own, key)));
        return matches.Max();
    }

    private static MatchClass Typed(QueryWord word, string term, int stem)
    {
        if (term == word.Text) return word.Classes.Exact;
        if (word.Text.Length >= 2 && term.StartsWith(word.Text, StringComparison.Ordinal)) return word.Classes.Prefix;
        if (word.Stem >= 2 && term[..stem] == word.Text[..word.Stem]) return word.Classes.Stem;
        return Typos(word.Text, word.Stem, term, stem) is > 0 and var typos ? word.Classes.OfTypos(typos) : MatchClass.None;
    }

    private static MatchClass Sound(string own, string key)
    {
        if (own.Length >= 2 && own == key) return MatchClass.OtherExact;
        if (own.Length >= 3 && key.StartsWith(own, StringComparison.Ordinal)) return MatchClass.OtherPrefix;
        return TypoBudget.Of(own) is > 0 and var bound && Distance(own, key) is var typos && typos <= bound ? MatchClasses.Other.OfTypos(typos) : MatchClass.None;
    }
}
