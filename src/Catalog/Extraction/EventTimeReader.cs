using System.Globalization;

namespace Actors.Catalog.Extraction;

/// <summary>Reads ISO 8601 as pages write it: basic and extended, with a space for the T, offsets with and without colon, and dd.MM.yyyy.</summary>
internal static class EventTimeReader
{
    private const int MaxLength = 64;
    private static readonly TimeSpan s_maxOffset = TimeSpan.FromHours(14);
    private static readonly string[] s_dateForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy-M-d", "yyyy/MM/dd", "dd.MM.yyyy"];
    private static readonly string[] s_shortTimes = ["HH:mm", "H:mm", "HHmm", "HH"];
    private static readonly string[] s_longTimes = ["HH:mm:ss", "H:mm:ss", "HHmmss", "HH:mm:ss.FFFFFFF", "HH:mm:ss,FFFFFFF"];
    private static readonly string[] s_offsetForms = [@"hh\:mm", "hhmm", "hh"];

    /// <summary>The time, or null when the text is none.</summary>
    public static EventTime? Read(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: >= 8 and <= MaxLength })
            return null;
        var cut = trimmed.AsSpan().IndexOfAny('T', 't', ' ');
        var date = cut < 0 ? trimmed : trimmed[..cut];
        if (!DateOnly.TryParseExact(date, s_dateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || day.Year is < EventTime.FirstYear or > EventTime.LastYear)
        {
            return null;
        }

        return cut < 0 ? EventTime.OfDate(day) : WithClock(day, trimmed[(cut + 1)..].Trim());
    }

    private static EventTime? WithClock(DateOnly day, string clock)
    {
        var (time, tail) = SplitOffset(clock);
        if (!TryOffset(tail, out var offset, out var suffix))
            return null;
        var seconds = TimeOnly.TryParseExact(time, s_longTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at);
        if (!seconds && !TimeOnly.TryParseExact(time, s_shortTimes, CultureInfo.InvariantCulture, DateTimeStyles.None, out at))
            return null;
        var local = day.ToDateTime(at);
        var written = local.ToString(seconds ? "yyyy-MM-ddTHH:mm:ss" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        return new(local, offset, false, written + suffix);
    }

    private static (string Time, string Tail) SplitOffset(string clock)
    {
        var at = clock.AsSpan().IndexOfAny("Zz+-−");
        return at < 0 ? (clock, "") : (clock[..at].TrimEnd(), clock[at..]);
    }

    private static bool TryOffset(string tail, out TimeSpan? offset, out string suffix)
    {
        (offset, suffix) = (null, "");
        if (tail.Length == 0)
            return true;
        if (tail is "Z" or "z")
        {
            (offset, suffix) = (TimeSpan.Zero, "Z");
            return true;
        }
        if (!TimeSpan.TryParseExact(tail.AsSpan(1), s_offsetForms, CultureInfo.InvariantCulture, out var size) || size > s_maxOffset)
            return false;
        offset = tail[0] == '+' ? size : -size;
        suffix = (tail[0] == '+' ? "+" : "-") + size.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
        return true;
    }
}
