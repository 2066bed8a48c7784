using System.Collections.Frozen;
using System.Text;

namespace Actors.Catalog.Events;

/// <summary>The ten event types of the catalogue, and the normalisation of a sender's spelling.</summary>
internal static class EventTypes
{
    /// <summary>A longer text is not normalised and so is no event type.</summary>
    private const int MaxSpellingLength = 64;

    public static readonly FrozenSet<string> Supported = FrozenSet.Create(
        "concert", "stand_up", "exhibition", "theater", "cinema", "sport", "excursion", "show", "quest", "master_class");

    /// <summary>True if <paramref name="normalised"/> is one of the ten types.</summary>
    public static bool IsSupported(string normalised) => Supported.Contains(normalised);

    /// <summary><c>Stand-Up</c>, <c>stand up</c> and <c>standUp</c> all become <c>stand_up</c>.</summary>
    public static string Normalise(string spelling)
    {
        var text = spelling.AsSpan().Trim();
        if (text.Length > MaxSpellingLength) return spelling;
        var snake = new StringBuilder(text.Length + 4);
        for (var i = 0; i < text.Length; i++) Append(snake, text, i);
        return snake.ToString().Trim('_');
    }

    private static void Append(StringBuilder snake, ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        var afterGap = snake.Length > 0 && snake[^1] == '_';
        if (!char.IsLetterOrDigit(c))
        {
            if (!afterGap) snake.Append('_');
            return;
        }

        if (char.IsUpper(c) && i > 0 && char.IsLower(text[i - 1]) && !afterGap) snake.Append('_');
        snake.Append(char.ToLowerInvariant(c));
    }
}
