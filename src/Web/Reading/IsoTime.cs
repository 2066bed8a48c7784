namespace Actors.Web.Reading;

/// <summary>Parses the time part of a text: <c>HH:MM[:SS[.fraction]]</c> and <c>Z</c>, <c>±HH:MM</c>, <c>±HHMM</c>, <c>±HH</c> or nothing.</summary>
internal static class IsoTime
{
    private const int FractionDigits = 6;

    public static bool Read(ReadOnlySpan<char> text, out TimeSpan time, out TimeSpan? offset)
    {
        offset = null;
        return ReadClock(ref text, out time) && ReadOffset(text, out offset);
    }

    private static bool ReadClock(ref ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text.Length < 5 || text[2] != ':' || IsoDate.Digits(text[..2]) is not (>= 0 and < 24 and var hour) || IsoDate.Digits(text[3..5]) is not (>= 0 and < 60 and var minute))
        {
            return false;
        }

        time = new TimeSpan(hour, minute, 0);
        text = text[5..];
        return text is not [':', ..] || ReadSeconds(ref text, ref time);
    }

    private static bool ReadSeconds(ref ReadOnlySpan<char> text, ref TimeSpan time)
    {
        if (text.Length < 3 || IsoDate.Digits(text[1..3]) is not (>= 0 and < 60 and var second))
        {
            return false;
        }

        time += TimeSpan.FromSeconds(second);
        text = text[3..];
        return text is not ['.' or ',', ..] || ReadFraction(ref text, ref time);
    }

    // Digits beyond microseconds are dropped.
    private static bool ReadFraction(ref ReadOnlySpan<char> text, ref TimeSpan time)
    {
        var end = text[1..].IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text[1..] : text[1..(end + 1)];
        if (digits.IsEmpty)
        {
            return false;
        }

        var kept = digits[..Math.Min(digits.Length, FractionDigits)];
        var micros = IsoDate.Digits(kept)!.Value * Math.Pow(10, FractionDigits - kept.Length);
        time += TimeSpan.FromMicroseconds((long)micros);
        text = text[(digits.Length + 1)..];
        return true;
    }

    private static bool ReadOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = text is ['Z' or 'z'] ? TimeSpan.Zero : null;
        if (text.IsEmpty || offset is not null)
        {
            return true;
        }

        if (text is not ['+' or '-', ..] || !ReadOffsetValue(text[1..], out var value))
        {
            return false;
        }

        offset = text[0] == '-' ? -value : value;
        return true;
    }

    private static bool ReadOffsetValue(ReadOnlySpan<char> text, out TimeSpan value)
    {
        var (hours, minutes) = text switch
        {
            [_, _] => (IsoDate.Digits(text), 0),
            [_, _, ':', _, _] => (IsoDate.Digits(text[..2]), IsoDate.Digits(text[3..])),
            [_, _, _, _] => (IsoDate.Digits(text[..2]), IsoDate.Digits(text[2..])),
            _ => ((int?)null, (int?)null),
        };
        value = new TimeSpan(hours ?? 0, minutes ?? 0, 0);
        return hours is < 24 && minutes is < 60;
    }
}
