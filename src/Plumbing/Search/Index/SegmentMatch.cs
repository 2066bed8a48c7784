using Actors.Plumbing.Search.Query;
using Actors.Plumbing.Search.Typos;

namespace Actors.Plumbing.Search.Index;

/// <summary>Finds the words of a segment that a word of a query may mean, and raises the quality of their documents.</summary>
internal static class SegmentMatch
{
    private const int ShortestPrefix = 2;
    private const int ShortestStem = 2;
    private const int ShortestSound = 2;
    private const int ShortestSoundPrefix = 3;

    public static void Collect(Segment segment, QueryWord word, byte[] qualities)
    {
        var classes = word.Classes;
        if (segment.Terms.IndexOf(word.Text) is >= 0 and var exact) segment.Raise(exact, classes.Exact, qualities);
        if (word.Text.Length >= ShortestPrefix) Range(segment, segment.Terms.StartingWith(word.Text), classes.Prefix, qualities);
        Stems(segment, word.Text.AsSpan(0, word.Stem), classes.Stem, qualities);
        TypoScan.Run(segment.Terms, word.Text, word.Stem, segment.Stems, (term, typos) => segment.Raise(term, classes.OfTypos(typos), qualities));
        foreach (var stem in word.OtherStems) Stems(segment, stem, MatchClass.OtherStem, qualities);
        foreach (var key in word.SoundKeys) Sounds(segment, key, word.IsLatin, qualities);
    }

    private static void Range(Segment segment, (int From, int To) terms, MatchClass match, byte[] qualities)
    {
        for (var term = terms.From; term < terms.To; term++) segment.Raise(term, match, qualities);
    }

    // A stem is a beginning of its words, so they stand together.
    private static void Stems(Segment segment, ReadOnlySpan<char> stem, MatchClass match, byte[] qualities)
    {
        if (stem.Length < ShortestStem) return;
        var (from, to) = segment.Terms.StartingWith(stem);
        for (var term = from; term < to; term++)
        {
            if (segment.Stems[term] == stem.Length) segment.Raise(term, match, qualities);
        }
    }

    private static void Sounds(Segment segment, string key, bool latin, byte[] qualities)
    {
        var keys = segment.Sounds.Keys;
        void Raise(int found, MatchClass match)
        {
            foreach (var term in segment.Sounds.TermsOf(found))
            {
                if (QueryWord.HasLatin(segment.Terms[term]) != latin) segment.Raise(term, match, qualities);
            }
        }

        if (key.Length >= ShortestSound && keys.IndexOf(key) is >= 0 and var exact) Raise(exact, MatchClass.OtherExact);
        var (from, to) = key.Length >= ShortestSoundPrefix ? keys.StartingWith(key) : (0, 0);
        for (var found = from; found < to; found++) Raise(found, MatchClass.OtherPrefix);
        TypoScan.Run(keys, key, key.Length, [], (found, typos) => Raise(found, MatchClasses.Other.OfTypos(typos)));
    }
}
