using Actors.Search.Typos;

namespace Actors.Search.Index;

/// <summary>
/// Finds the words of a list within a few typos of a pattern, in one pass. The distance rows of the prefix that a word shares with the one before it
/// are reused, and words with a hopeless prefix are skipped together.
/// </summary>
internal static class TypoScan
{
    /// <summary>Receives a found word.</summary>
    public delegate void Visit(int term, int typos);

    /// <param name="terms">The list.</param>
    /// <param name="pattern">The word as typed.</param>
    /// <param name="stem">The stem length of the pattern; stems are compared too.</param>
    /// <param name="stems">The stem lengths of the list's words; empty to compare whole words only.</param>
    /// <param name="visit">Called for each word within the pattern's budget, in order, with at least one typo.</param>
    public static void Run(TermList terms, ReadOnlySpan<char> pattern, int stem, ReadOnlySpan<byte> stems, Visit visit)
    {
        var budget = new Budget(TypoBudget.Of(pattern), pattern.Length, stem, stems.IsEmpty ? 0 : TypoBudget.Of(pattern[..stem]));
        if (budget.Word == 0) return;
        if (pattern.Length <= ShortDistance.MaxLength) RunShort(terms, pattern, stems, budget, visit);
        else Run(terms, stems, budget, visit, new EditDistance(pattern, budget.Word, stackalloc byte[EditDistance.Size(pattern.Length, budget.Word)]));
    }

    private static void RunShort(TermList terms, ReadOnlySpan<char> pattern, ReadOnlySpan<byte> stems, Budget budget, Visit visit)
    {
        Span<ulong> rows = stackalloc ulong[ShortDistance.Size(pattern.Length, budget.Word)];
        var distance = new ShortDistance(pattern, budget.Word, rows, stackalloc char[PatternLetters.Size], stackalloc ulong[PatternLetters.Size]);
        Run(terms, stems, budget, visit, distance);
    }

    private static void Run<T>(TermList terms, ReadOnlySpan<byte> stems, Budget budget, Visit visit, in T distance)
        where T : IDistance, allows ref struct
    {
        var depth = 0;
        for (var term = 0; term < terms.Count;)
        {
            depth = Math.Min(depth, terms.SharedWithPrevious(term));
            var alive = Descend(distance, terms[term], ref depth);
            var typos = Best(distance, terms[term].Length, depth, budget, stems.IsEmpty ? depth + 1 : stems[term]);
            if (typos > 0 && typos <= budget.Word) visit(term, typos);
            var next = alive ? term + 1 : terms.NextSharingLess(term + 1, depth);
            VisitStems(distance, stems, term + 1, next, depth, budget, visit);
            term = next;
        }
    }

    private readonly record struct Budget(int Word, int Length, int Stem, int ForStem);

    // The prefix that skipped words share may still be a stem within the budget.
    private static void VisitStems<T>(
        in T distance, ReadOnlySpan<byte> stems, int from, int to, int depth, Budget budget, Visit visit)
        where T : IDistance, allows ref struct
    {
        if (budget.ForStem == 0 || from >= to || !MayBeStem(distance, depth, budget)) return;
        for (var term = from; term < to; term++)
        {
            var typos = Best(distance, depth + 1, depth, budget, stems[term]);
            if (typos <= budget.Word) visit(term, typos);
        }
    }

    // True if the shared prefix ends with, or extends, a stem within the budget.
    private static bool MayBeStem<T>(in T distance, int depth, Budget budget)
        where T : IDistance, allows ref struct
    {
        for (var stem = Math.Min(depth, budget.Stem + budget.ForStem); stem >= Math.Max(0, budget.Stem - budget.ForStem); stem--)
        {
            if (distance.At(stem, budget.Stem) <= budget.ForStem) return true;
        }

        return false;
    }

    private static bool Descend<T>(in T distance, ReadOnlySpan<char> word, ref int depth)
        where T : IDistance, allows ref struct
    {
        var last = Math.Min(word.Length, distance.MaxDepth);
        while (depth < last)
        {
            if (!distance.Extend(word, ++depth)) return false;
        }

        return true;
    }

    // The smaller distance of whole words and stems.
    private static int Best<T>(in T distance, int length, int depth, Budget budget, int stem)
        where T : IDistance, allows ref struct
    {
        var best = depth == length ? distance.At(depth, budget.Length) : budget.Word + 1;
        if (budget.ForStem == 0 || stem > depth) return best;
        var stems = distance.At(stem, budget.Stem);
        return stems <= budget.ForStem ? Math.Min(best, Math.Max(stems, 1)) : best;
    }
}
