namespace Actors.Search.Sound;

/// <summary>The sounds of Latin letters, in common transliterations and in foreign names.</summary>
internal static class LatinSounds
{
    /// <summary>Letter combinations, longest first.</summary>
    private static readonly (string Letters, string Sounds)[] s_together =
    [
        ("shch", "w"), ("tsch", "q"), ("sch", "w"), ("shh", "w"), ("tch", "q"), ("sh", "w"), ("ch", "q"), ("zh", "j"), ("kh", "h"), ("ph", "f"),
        ("th", "t"), ("ts", "c"), ("tz", "c"), ("tc", "c"), ("ck", "k"), ("qu", "kv"), ("ya", "ia"), ("yu", "iu"), ("yo", "e"), ("ye", "e"),
    ];

    /// <summary>Combinations of transliterations only.</summary>
    private static readonly (string Letters, string Sounds)[] s_scheme = [("ja", "ia"), ("ju", "iu"), ("jo", "e"), ("je", "e"), ("j", "i"), ("x", "h")];

    /// <summary>Combinations of names only.</summary>
    private static readonly (string Letters, string Sounds)[] s_name = [("j", "dj"), ("x", "ks")];

    /// <summary>Adds the sounds at a position of a word; returns the number of consumed letters.</summary>
    public static int Read(ReadOnlySpan<char> word, int at, LatinReading reading, ref SoundBuffer sounds)
    {
        var rest = word[at..];
        var taken = ReadTogether(rest, s_together, ref sounds);
        if (taken == 0) taken = ReadTogether(rest, reading == LatinReading.Name && !IsFinalJ(rest) ? s_name : s_scheme, ref sounds);
        return taken > 0 ? taken : sounds.Add(One(rest));
    }

    // A j at the end of a word or before a consonant is й everywhere: Sergej, Tolstoj.
    private static bool IsFinalJ(ReadOnlySpan<char> rest) => rest[0] == 'j' && (rest.Length == 1 || rest[1] is not ('a' or 'e' or 'i' or 'o' or 'u'));

    private static int ReadTogether(ReadOnlySpan<char> rest, (string Letters, string Sounds)[] table, ref SoundBuffer sounds)
    {
        foreach (var (letters, heard) in table)
        {
            if (!rest.StartsWith(letters, StringComparison.Ordinal)) continue;
            sounds.Add(heard);
            return letters.Length;
        }

        return 0;
    }

    private static char One(ReadOnlySpan<char> rest) => rest[0] switch
    {
        'c' => rest.Length > 1 && rest[1] is 'e' or 'i' or 'y' ? 'c' : 'k',
        'q' => 'k',
        'w' => 'v',
        'y' => 'i',
        var other => other,
    };
}
