using Actors.Search.Sound;
using Actors.Search.Stems;

namespace Actors.Search;

/// <summary>Creates keys for comparing texts. The grammatical forms and transliterations of a word have equal or similar keys.</summary>
public static class WordKeys
{
    /// <summary>
    /// The sound key of the word's stem: <c>Щелкунчика</c> and <c>Shchelkunchik</c> have one key. Transliterations keep their endings, so keys may
    /// differ in their last letters. A word in neither alphabet is its own key.
    /// </summary>
    /// <param name="word">A word from <see cref="Text.TextFolding.Fold"/>.</param>
    public static string Of(ReadOnlySpan<char> word)
    {
        var stem = word[..RussianStemmer.StemLength(word)];
        return SoundKey.OfTerm(stem) is { Length: > 0 } sounds ? sounds : stem.ToString();
    }
}
