namespace Actors.Search.Sound;

/// <summary>
/// A phonetic key that a Russian word and its common transliterations share: <c>щукин</c>, <c>shchukin</c> and <c>schukin</c> have the same key, as
/// have <c>металлика</c> and <c>metallica</c>. Each sound is one letter (<c>j</c> ж, <c>q</c> ч, <c>w</c> ш and щ, <c>c</c> ц, <c>h</c> х); и, ы, й
/// are one letter, ь and ъ are dropped, and doubled letters become one.
/// </summary>
internal static class SoundKey
{
    /// <summary>The key of a document word; empty if it is in neither alphabet.</summary>
    public static string OfTerm(ReadOnlySpan<char> word) => Of(word, LatinReading.Name);

    /// <summary>The keys of a query word: read as a name and as a transliteration.</summary>
    public static IEnumerable<string> OfQuery(string word) =>
        new[] { Of(word, LatinReading.Name), Of(word, LatinReading.Scheme) }.Where(key => key.Length > 0).Distinct(StringComparer.Ordinal);

    private static string Of(ReadOnlySpan<char> word, LatinReading reading)
    {
        var sounds = new SoundBuffer(stackalloc char[SoundBuffer.Size(word.Length)]);
        for (var at = 0; at < word.Length;)
        {
            var c = word[at];
            if (c is >= 'a' and <= 'z') at += LatinSounds.Read(word, at, reading, ref sounds);
            else if (char.IsAsciiDigit(c)) at += sounds.Add(c);
            else if (RussianSounds.Of(c) is { } russian) at += sounds.Add(russian);
            else return "";
        }

        return sounds.ToString();
    }
}
