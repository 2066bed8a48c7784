using Actors.Search.Sound;
using Actors.Search.Stems;

namespace Actors.Search;

/// <summary>Keys of words for comparing texts with each other: what a word's grammatical forms and its transliterations nearly share.</summary>
public static class WordKeys
{
    /// <summary>
    /// The sounds of the word's stem: <c>Щелкунчика</c> and <c>Shchelkunchik</c> have one key. Transliterations keep their endings, so keys may
    /// differ in their last letters. A word of neither alphabet is its own key.
    /// </summary>
    /// <param name="word">A word as <see cref="Text.TextFolding.Fold"/> gives it.</param>
    public static string Of(ReadOnlySpan<char> word)
    {
        var stem = word[..RussianStemmer.StemLength(word)];
        return SoundKey.OfTerm(stem) is { Length: > 0 } sounds ? sounds : stem.ToString();
    }
}
