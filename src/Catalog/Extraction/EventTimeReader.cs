using System.Globalization;
using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction;

/// <summary>
/// Reads ISO 8601 as pages write it: basic or extended, with a space instead of the T, offsets with or without colon, days of the year, and
/// dd.MM.yyyy. An offset without a sign is ambiguous, so it is dropped and reported as a problem.
/// </summary>
internal static partial class EventTimeReader
{
    private const int MaxLength = 64;
    private static readonly TimeSpan s_maxOffset = TimeSpan.FromHours(14);
    private static readonly string[] s_dateForms = ["yyyy-MM-dd", "yyyyMMdd", "yyyy-M-d", "yyyy/MM/dd", "dd.MM.yyyy"];
    private static readonly string[] s_shortTimes = ["HH:mm", "H:mm", "HHmm", "HH"];
    private static readonly string[] s_longTimes = ["HH:mm:ss", "H:mm:ss", "HHmmss", "HH:mm:ss.FFFFFFF", "HH:mm:ss,FFFFFFF"];
    private static readonly string[] s_offsetForms = [@"hh\:mm", "hhmm", "hh"];

    /// <summary>The time; null if the text is not one.</summary>
    public static EventTime? Read(string? text)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: >= 8 and <= MaxLength })
            return null;
        var cut = trimmed.AsSpan().IndexOfAny('T', 't', ' ');
        var date = cut < 0 ? trimmed : trimmed[..cut];
        if (Day(date) is not { } day)
            return null;
        if (cut < 0)
            return EventTime.OfDate(day);
        var clock = trimmed[(cut + 1)..].Trim();
        if (SignlessOffset().Match(clock) is not { Success: true } signless)
            return WithClock(day, clock);
        return WithClock(day, signless.Groups["time"].Value) is { } time ? time with { Problem = $"the offset of {trimmed} has no sign; the time is read as local" } : null;
    }

    private static DateOnly? Day(string date)
    {
        var isDay = DateOnly.TryParseExact(date, s_dateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        if (!isDay && OrdinalDate().Match(date) is { Success: true } ordinal)
            (isDay, day) = FromDayOfYear(Number(ordinal, "year"), Number(ordinal, "day"));
        return isDay && day.Year is >= EventTime.FirstYear and <= EventTime.LastYear ? day : null;
    }

    private static (bool, DateOnly) FromDayOfYear(int year, int day) =>
        year > 0 && day > 0 && day <= (DateTime.IsLeapYear(year) ? 366 : 365) ? (true, new DateOnly(year, 1, 1).AddDays(day - 1)) : default;

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

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

    [GeneratedRegex("^(?<year>[0-9]{4})-(?<day>[0-9]{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex OrdinalDate();

    // Matches 17:00:0009:00, and 17:00:00 09:00 where form decoding turned the plus sign into a space.
    [GeneratedRegex(@"^(?<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,7}?)?)?) ?[0-9]{2}:?[0-9]{2}$", RegexOptions.CultureInvariant)]
    private static partial Regex SignlessOffset();
}
