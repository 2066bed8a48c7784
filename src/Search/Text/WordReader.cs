using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Actors.Search.Text;

/// <summary>Enumerates the words of folded letters: runs of letters, digits and combining marks.</summary>
internal ref struct WordReader(ReadOnlySpan<char> letters)
{
    /// <summary>Words are truncated to this many characters.</summary>
    public const int MaxLength = 64;

    private readonly ReadOnlySpan<char> _letters = letters;
    private int _next;

    /// <summary>The current word, at most <see cref="MaxLength"/> characters of it.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>True if only a hyphen separates this word from the one before, as in <c>stand-up</c>.</summary>
    public bool IsJoined { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MoveNext()
    {
        var before = _next;
        while (_next < _letters.Length && !IsWord(out var width)) _next += width;
        if (_next >= _letters.Length) return false;
        IsJoined = before > 0 && _next == before + 1 && _letters[before] is '-' or '\u2010';
        var start = _next;
        while (_next < _letters.Length && IsWord(out var width)) _next += width;
        Current = Cut(_letters[start.._next]);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool IsWord(out int width)
    {
        var c = _letters[_next];
        width = 1;
        if (c < '\u0080') return char.IsAsciiLetterOrDigit(c);
        return c is >= 'а' and <= 'я' || IsOtherWord(out width);
    }

    private readonly bool IsOtherWord(out int width)
    {
        Rune.DecodeFromUtf16(_letters[_next..], out var rune, out width);
        return Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }

    // Never splits a surrogate pair.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word) => word.Length <= MaxLength ? word
        : char.IsHighSurrogate(word[MaxLength - 1]) ? word[..(MaxLength - 1)] : word[..MaxLength];
}
