using System.Globalization;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Selects the newest version of each event and instance: the highest SEQUENCE, then the latest DTSTAMP.</summary>
internal static class CalendarVersions
{
    /// <summary>Drops older versions and keeps the order. Components without UID are all kept, and so are equally new versions.</summary>
    public static List<CalendarComponent> Newest(IEnumerable<CalendarComponent> vevents, CalendarZones zones)
    {
        var all = vevents.Select(vevent => (Event: vevent, Key: KeyOf(vevent, zones), Age: AgeOf(vevent))).ToList();
        var newest = all.GroupBy(version => version.Key).ToDictionary(group => group.Key, group => group.Max(version => version.Age), StringComparer.Ordinal);
        return [.. all.Where(version => UidOf(version.Event).Length == 0 || version.Age == newest[version.Key]).Select(version => version.Event)];
    }

    public static string UidOf(CalendarComponent vevent) => vevent.Line("UID")?.Value.Trim() ?? "";

    // An instance is identified by the moment that it replaces, in whatever notation that moment is written.
    private static string KeyOf(CalendarComponent vevent, CalendarZones zones)
    {
        var replaced = CalendarTimes.Read(vevent.Line("RECURRENCE-ID"), zones);
        var moment = replaced is null ? vevent.Line("RECURRENCE-ID")?.Value ?? ""
            : replaced.Offset is { } offset ? $"{(replaced.Local - offset).Ticks}Z"
            : $"{replaced.Local.Ticks}";
        return $"{UidOf(vevent)}\n{moment}";
    }

    private static (int Sequence, DateTime Stamp) AgeOf(CalendarComponent vevent) => (
        int.TryParse(vevent.Line("SEQUENCE")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
        EventTimeReader.Read(vevent.Line("DTSTAMP")?.Value)?.Local ?? DateTime.MinValue);
}
