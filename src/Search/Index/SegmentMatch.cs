using Actors.Search.Query;

namespace Actors.Search.Index;

/// <summary>Finds the words of a segment that match a query word.</summary>
internal static class SegmentMatch
{
    private const int ShortestPrefix = 2;
    private const int ShortestStem = 2;
    private const int ShortestSound = 2;
    private const int ShortestSoundPrefix = 3;

    public static void Collect(Segment segment, QueryWord word, TermMatches found)
    {
        var (classes, terms) = (word.Classes, segment.Terms);
        if (terms.IndexOf(word.Text) is >= 0 and var exact) found.Add(exact, classes.Exact);
        if (word.Text.Length >= ShortestPrefix) Range(terms.StartingWith(word.Text), classes.Prefix, found);
        Stems(segment, word.Text.AsSpan(0, word.Stem), classes.Stem, found);
        TypoScan.Run(terms, word.Text, word.Stem, segment.Stems, (term, typos) => found.Add(term, classes.OfTypos(typos)));
        foreach (var stem in word.OtherStems) Stems(segment, stem, MatchClass.OtherStem, found);
        foreach (var key in word.SoundKeys) Sounds(segment.Sounds(!word.IsLatin), key, found);
    }

    private static void Range((int From, int To) terms, MatchClass match, TermMatches found)
    {
        for (var term = terms.From; term < terms.To; term++) found.Add(term, match);
    }

    // A stem is a prefix of its words, so they are adjacent.
    private static void Stems(Segment segment, ReadOnlySpan<char> stem, MatchClass match, TermMatches found)
    {
        if (stem.Length < ShortestStem) return;
        var (from, to) = segment.Terms.StartingWith(stem);
        for (var term = from; term < to; term++)
        {
            if (segment.Stems[term] == stem.Length) found.Add(term, match);
        }
    }

    // Words of the other alphabet with the same sound.
    private static void Sounds(SoundList sounds, string key, TermMatches found)
    {
        void Add(int sound, MatchClass match)
        {
            foreach (var term in sounds.TermsOf(sound)) found.Add(term, match);
        }

        if (key.Length >= ShortestSound && sounds.Keys.IndexOf(key) is >= 0 and var exact) Add(exact, MatchClass.OtherExact);
        var (from, to) = key.Length >= ShortestSoundPrefix ? sounds.Keys.StartingWith(key) : (0, 0);
        for (var sound = from; sound < to; sound++) Add(sound, MatchClass.OtherPrefix);
        TypoScan.Run(sounds.Keys, key, key.Length, [], (sound, typos) => Add(sound, MatchClasses.Other.OfTypos(typos)));
    }
}
