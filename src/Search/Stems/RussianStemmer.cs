namespace Actors.Search.Stems;

/// <summary>
/// The Snowball stemmer for Russian, after its published description. It only cuts endings, so a stem is a prefix and is given by its length. Words
/// must be in lower case with <c>е</c> for <c>ё</c>.
/// </summary>
internal static class RussianStemmer
{
    private const string Vowels = "аеиоуыэюя";

    /// <summary>The stem length of a word; its full length when it is not Russian.</summary>
    public static int StemLength(ReadOnlySpan<char> word)
    {
        var region = AfterVowel(word, 0);
        if (region >= word.Length) return word.Length;
        var second = SecondRegion(word);
        var ending = new Ending(word, region);
        if (!ending.Cut(RussianEndings.Gerund)) CutGrammar(ref ending);
        ending.Cut("и");
        CutDerivation(ref ending, second);
        CutRemains(ref ending);
        return ending.Length;
    }

    private static void CutGrammar(ref Ending ending)
    {
        ending.Cut(RussianEndings.Reflexive);
        if (ending.Cut(RussianEndings.Adjective)) ending.Cut(RussianEndings.Participle);
        else if (!ending.Cut(RussianEndings.Verb)) ending.Cut(RussianEndings.Noun);
    }

    private static void CutDerivation(ref Ending ending, int second)
    {
        var found = ending.Longest(RussianEndings.Derivation);
        if (found > 0 && ending.Length - found >= second) ending.Length -= found;
    }

    private static void CutRemains(ref Ending ending)
    {
        if (ending.Cut(RussianEndings.Superlative))
        {
            if (ending.EndsWith("нн")) ending.Length--;
        }
        else if (ending.EndsWith("нн"))
        {
            ending.Length--;
        }
        else
        {
            ending.Cut("ь");
        }
    }

    // R2: the part after the second consonant that follows a vowel.
    private static int SecondRegion(ReadOnlySpan<char> word)
    {
        var first = AfterConsonant(word, AfterVowel(word, 0));
        return AfterConsonant(word, AfterVowel(word, first));
    }

    private static int AfterVowel(ReadOnlySpan<char> word, int from)
    {
        while (from < word.Length && !Vowels.Contains(word[from], StringComparison.Ordinal)) from++;
        return from + 1;
    }

    private static int AfterConsonant(ReadOnlySpan<char> word, int from)
    {
        while (from < word.Length && Vowels.Contains(word[from], StringComparison.Ordinal)) from++;
        return from + 1;
    }
}
