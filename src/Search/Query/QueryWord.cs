using System.Collections.Immutable;
using Actors.Search.Sound;
using Actors.Search.Stems;

namespace Actors.Search.Query;

/// <summary>A query word in all forms that are compared.</summary>
/// <param name="Text">The folded letters.</param>
/// <param name="Stem">The stem length.</param>
/// <param name="Classes">The match classes: <see cref="MatchClasses.Typed"/> or <see cref="MatchClasses.Other"/>.</param>
/// <param name="SoundKeys">The sound keys for words of the other alphabet; empty to skip them.</param>
/// <param name="OtherStems">Possible stems in the other alphabet.</param>
internal sealed record QueryWord(
    string Text, int Stem, MatchClasses Classes, ImmutableArray<string> SoundKeys, ImmutableArray<string> OtherStems)
{
    /// <summary>True if it has a Latin letter.</summary>
    public bool IsLatin { get; } = HasLatin(Text);

    /// <summary>Creates a word as typed.</summary>
    public static QueryWord Typed(string text) => WithSounds(text, MatchClasses.Typed);

    /// <summary>Creates a word from a scientific transliteration.</summary>
    public static QueryWord Spelled(string text) => WithSounds(text, MatchClasses.Other);

    /// <summary>Creates a word that was typed with the other keyboard layout.</summary>
    public static QueryWord Swapped(string text) => new(text, RussianStemmer.StemLength(text), MatchClasses.Other, [], []);

    /// <summary>True if a word has a Latin letter.</summary>
    public static bool HasLatin(ReadOnlySpan<char> word) => word.ContainsAnyInRange('a', 'z');

    private static QueryWord WithSounds(string text, MatchClasses classes)
    {
        var keys = SoundKey.OfQuery(text).ToImmutableArray();
        var stems = HasLatin(text) ? keys.Select(RussianSounds.Guess).Select(guess => guess[..RussianStemmer.StemLength(guess)]) : [];
        return new QueryWord(text, RussianStemmer.StemLength(text), classes, keys, [.. stems.Distinct()]);
    }
}
