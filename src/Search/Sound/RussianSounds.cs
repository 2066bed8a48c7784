namespace Actors.Search.Sound;

/// <summary>The sounds of Cyrillic letters.</summary>
internal static class RussianSounds
{
    private static readonly string[] s_alphabet =
    [
        "a", "b", "v", "g", "d", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p",
        "r", "s", "t", "u", "f", "h", "c", "q", "w", "w", "", "i", "", "e", "iu", "ia",
    ];

    private const string Alphabet = "абвгдежзиклмнопрстуфхцчш";
    private const string Sounds = "abvgdejziklmnoprstufhcqw";

    /// <summary>The sounds of a lower-case Russian, Ukrainian or Belarusian letter; null for any other.</summary>
    public static string? Of(char letter) => letter switch
    {
        >= 'а' and <= 'я' => s_alphabet[letter - 'а'],
        'і' => "i",
        'є' => "e",
        'ґ' => "g",
        _ => null,
    };

    /// <summary>Guesses a Russian word with this sound, well enough to stem it.</summary>
    public static string Guess(string key)
    {
        var word = key.Select(sound => Sounds.IndexOf(sound, StringComparison.Ordinal) is >= 0 and var at ? Alphabet[at] : sound).ToArray();
        for (var i = 1; i < word.Length - 1; i++)
        {
            if (word[i] == 'и' && IsVowel(word[i - 1]) && !IsVowel(word[i + 1])) word[i] = 'й';
        }

        return new string(word).Replace("иа", "я", StringComparison.Ordinal).Replace("иу", "ю", StringComparison.Ordinal);
    }

    private static bool IsVowel(char letter) => letter is 'а' or 'е' or 'и' or 'о' or 'у';
}
