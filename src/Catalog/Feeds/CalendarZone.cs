using System.Globalization;

namespace Actors.Catalog.Feeds;

/// <summary>The definition of a time zone in a calendar file: the first offset, then every change of it.</summary>
/// <param name="zone">The zone.</param>
/// <param name="first">The first defined year.</param>
/// <param name="last">The last defined year.</param>
internal sealed class CalendarZone(TimeZoneInfo zone, int first, int last)
{
    private const string Local = "yyyyMMdd'T'HHmmss";

    private readonly Lazy<ReadOnlyMemory<byte>> _text = new(() => Write(zone, first, last));

    /// <summary>The lines of the definition.</summary>
    public ReadOnlyMemory<byte> Text => _text.Value;

    /// <summary>True if this defines the zone for these years.</summary>
    public bool Is(TimeZoneInfo other, int from, int to) => zone.Equals(other) && (from, to) == (first, last);

    /// <summary>True if the zone is defined at this moment. Other moments are written in UTC.</summary>
    public bool Covers(DateTimeOffset moment) => moment.Year >= first && moment.Year <= last;

    /// <summary>The local time in the zone.</summary>
    public string Clock(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).ToString(Local, CultureInfo.InvariantCulture);

    private static ReadOnlyMemory<byte> Write(TimeZoneInfo zone, int first, int last)
    {
        var file = new CalendarWriter();
        var start = new DateTimeOffset(first, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(-1);
        file.Line("BEGIN", "VTIMEZONE");
        file.Line("TZID", zone.Id);
        WriteOffset(file, zone, "19700101T000000", zone.GetUtcOffset(start), start);
        for (var day = start; day.Year <= last; day = day.AddDays(1))
        {
            if (zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1))) WriteChange(file, zone, ChangeAfter(zone, day));
        }

        file.Line("END", "VTIMEZONE");
        return file.File;
    }

    private static void WriteChange(CalendarWriter file, TimeZoneInfo zone, DateTimeOffset moment)
    {
        var before = zone.GetUtcOffset(moment.AddSeconds(-1));
        WriteOffset(file, zone, moment.ToOffset(before).ToString(Local, CultureInfo.InvariantCulture), before, moment);
    }

    private static void WriteOffset(CalendarWriter file, TimeZoneInfo zone, string start, TimeSpan before, DateTimeOffset moment)
    {
        var kind = zone.IsDaylightSavingTime(moment) ? "DAYLIGHT" : "STANDARD";
        file.Line("BEGIN", kind);
        file.Line("DTSTART", start);
        file.Line("TZOFFSETFROM", Offset(before));
        file.Line("TZOFFSETTO", Offset(zone.GetUtcOffset(moment)));
        file.Line("END", kind);
    }

    // Finds the second of the day at which the offset changes.
    private static DateTimeOffset ChangeAfter(TimeZoneInfo zone, DateTimeOffset day)
    {
        var before = zone.GetUtcOffset(day);
        int low = 0, high = 24 * 60 * 60;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (zone.GetUtcOffset(day.AddSeconds(middle)) == before) low = middle;
            else high = middle;
        }

        return day.AddSeconds(high);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
