using System.Collections.Immutable;
using Actors.Search.Sound;
using Actors.Search.Stems;

namespace Actors.Search.Query;

/// <summary>A word that documents are asked for, with all that is compared.</summary>
/// <param name="Text">Its comparable letters.</param>
/// <param name="Stem">How many of them are its stem.</param>
/// <param name="Classes">What a match is called: the word was typed so, or only meant so.</param>
/// <param name="SoundKeys">Its keys in the other alphabet; none: do not look there.</param>
/// <param name="OtherStems">What may be its stem in the other alphabet.</param>
internal sealed record QueryWord(
    string Text, int Stem, MatchClasses Classes, ImmutableArray<string> SoundKeys, ImmutableArray<string> OtherStems)
{
    /// <summary>True when it is written in Latin letters.</summary>
    public bool IsLatin { get; } = HasLatin(Text);

    /// <summary>A word as it was typed.</summary>
    public static QueryWord Typed(string text) => WithSounds(text, MatchClasses.Typed);

    /// <summary>A word that was spelled for how it sounds.</summary>
    public static QueryWord Spelled(string text) => WithSounds(text, MatchClasses.Other);

    /// <summary>A word of the other keyboard layout.</summary>
    public static QueryWord Swapped(string text) => new(text, RussianStemmer.StemLength(text), MatchClasses.Other, [], []);

    /// <summary>True when a word has a Latin letter.</summary>
    public static bool HasLatin(ReadOnlySpan<char> word) => word.ContainsAnyInRange('a', 'z');

    private static QueryWord WithSounds(string text, MatchClasses classes)
    {
        var keys = SoundKey.OfQuery(text).ToImmutableArray();
        var stems = HasLatin(text) ? keys.Select(RussianSounds.Guess).Select(guess => guess[..RussianStemmer.StemLength(guess)]) : [];
        return new QueryWord(text, RussianStemmer.StemLength(text), classes, keys, [.. stems.Distinct()]);
    }
}
