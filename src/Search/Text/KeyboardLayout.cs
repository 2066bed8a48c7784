using System.Collections.Frozen;

namespace Actors.Search.Text;

/// <summary>Converts text that was typed with the wrong keyboard layout: <c>rjywthn</c> is <c>концерт</c>, <c>ьуефддшсф</c> is <c>metallica</c>.</summary>
internal static class KeyboardLayout
{
    private const string Latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~{}:\"<>";
    private const string Russian = "ёйцукенгшщзхъфывапролджэячсмитьбюёхъжэбю";

    private static readonly FrozenDictionary<char, char> s_toRussian =
        Latin.Zip(Russian).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    private static readonly FrozenDictionary<char, char> s_toLatin =
        Russian.Zip(Latin).DistinctBy(pair => pair.First).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>The same keys on the other layout; null when the text has letters of both layouts or of neither.</summary>
    public static string? Swap(string text)
    {
        var lower = text.ToLowerInvariant();
        var latin = lower.Any(char.IsAsciiLetter);
        var russian = lower.Any(c => c is >= 'а' and <= 'я' or 'ё');
        if (latin == russian) return null;
        var keys = latin ? s_toRussian : s_toLatin;
        return string.Create(lower.Length, (lower, keys), static (swapped, from) =>
        {
            for (var i = 0; i < swapped.Length; i++) swapped[i] = from.keys.GetValueOrDefault(from.lower[i], from.lower[i]);
        });
    }
}
