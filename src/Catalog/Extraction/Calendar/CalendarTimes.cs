using System.Text.RegularExpressions;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Reads the dates, times and durations of content lines.</summary>
internal static partial class CalendarTimes
{
    private const int MaxValues = 5_000;

    /// <summary>Reads a time: in the zone of its TZID, in UTC if it ends in Z, else as local time of the event.</summary>
    public static EventTime? Read(CalendarLine? line, CalendarZones zones) => line is null ? null : Read(line.Value, line, zones);

    /// <summary>Reads the values of RDATE or EXDATE; a period counts as its start.</summary>
    public static IEnumerable<EventTime> ReadAll(IEnumerable<CalendarLine> lines, CalendarZones zones) =>
        lines.SelectMany(l => l.Value.Split(',').Select(v => Read(v.Split('/')[0], l, zones))).OfType<EventTime>().Take(MaxValues);

    /// <summary>Reads a duration like P1W or P1DT2H30M; null for any other text and for more than a year.</summary>
    public static TimeSpan? Duration(string? text)
    {
        if (text is null || DurationForm().Match(text.Trim()) is not { Success: true } match)
            return null;
        double Part(string name) => match.Groups[name] is { Success: true } group ? double.Parse(group.ValueSpan, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var days = Part("weeks") * 7 + Part("days");
        var seconds = days * 86_400 + Part("hours") * 3_600 + Part("minutes") * 60 + Part("seconds");
        return seconds is > 0 and <= 366d * 86_400 ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static EventTime? Read(string value, CalendarLine line, CalendarZones zones)
    {
        var time = EventTimeReader.Read(value);
        if (time is null or { DateOnly: true } or { Offset: not null })
            return time;
        return zones.Find(line.Parameter("TZID"))?.At(time.Local) ?? time;
    }

    [GeneratedRegex(@"^\+?P(?:(?<weeks>\d{1,4})W)?(?:(?<days>\d{1,4})D)?(?:T(?:(?<hours>\d{1,5})H)?(?:(?<minutes>\d{1,6})M)?(?:(?<seconds>\d{1,8})S)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DurationForm();
}
