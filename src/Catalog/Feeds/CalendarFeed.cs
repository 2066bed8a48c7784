using System.Globalization;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Feeds;

/// <summary>
/// Events as an iCalendar file. Every date of an event is an entry of its own, with a UID made of the event's uuid and the date: it stays the same
/// however often the file is fetched and whichever date is shown.
/// </summary>
internal static class CalendarFeed
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const string Utc = "yyyyMMdd'T'HHmmss'Z'";
    private const string Day = "yyyyMMdd";

    /// <summary>Years before and after this one in which the zone's changes are explained.</summary>
    private const int YearsBefore = 2;
    private const int YearsAfter = 10;

    /// <summary>The zone as it was explained last: finding its changes takes longer than writing events.</summary>
    private static CalendarZone? s_zone;

    /// <summary>The file.</summary>
    /// <param name="events">The events.</param>
    /// <param name="dates">The dates that are wanted of them.</param>
    /// <param name="zone">The zone that clocks are written in.</param>
    /// <param name="now">The moment of the request.</param>
    public static ReadOnlyMemory<byte> Write(IEnumerable<EventState> events, DateRange dates, TimeZoneInfo zone, DateTimeOffset now)
    {
        var file = new CalendarWriter();
        var calendarZone = ZoneIn(now.Year, zone);
        Begin(file);
        file.Write(calendarZone.Text);
        foreach (var e in events)
        {
            foreach (var date in DatesOf(e).Where(date => dates.Meets(EventMoment.Of(date)))) WriteEntry(file, e, date, calendarZone, zone);
        }

        file.Line("END", "VCALENDAR");
        return file.File;
    }

    private static CalendarZone ZoneIn(int year, TimeZoneInfo zone)
    {
        var known = Volatile.Read(ref s_zone);
        if (known is not null && known.Is(zone, year - YearsBefore, year + YearsAfter)) return known;
        var made = new CalendarZone(zone, year - YearsBefore, year + YearsAfter);
        Volatile.Write(ref s_zone, made);
        return made;
    }

    private static void Begin(CalendarWriter file)
    {
        file.Line("BEGIN", "VCALENDAR");
        file.Line("VERSION", "2.0");
        file.Line("PRODID", "-//Actors//Catalog//EN");
        file.Line("CALSCALE", "GREGORIAN");
        file.Line("METHOD", "PUBLISH");
        file.Line("X-PUBLISHED-TTL", "PT1H");
    }

    private static IEnumerable<EventDate> DatesOf(EventState e) => e.DateList.Append(e.DatePreview).DistinctBy(date => date.Instant);

    private static void WriteEntry(CalendarWriter file, EventState e, EventDate date, CalendarZone calendarZone, TimeZoneInfo zone)
    {
        file.Line("BEGIN", "VEVENT");
        WriteStart(file, e.Uuid, date, calendarZone, zone);
        file.Line("DTSTAMP", e.ChangedAt.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture));
        file.Line("CREATED", e.CreatedAt.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture));
        file.Text("SUMMARY", e.Title);
        file.Text("DESCRIPTION", e.Description);
        file.Text("LOCATION", e.Place);
        file.Text("CATEGORIES", e.Genre);
        if (FeedLink.Of(e) is { } link) file.Line("URL", link);
        file.Line("END", "VEVENT");
    }

    private static void WriteStart(CalendarWriter file, Guid uuid, EventDate date, CalendarZone calendarZone, TimeZoneInfo zone)
    {
        var utc = date.Instant.UtcDateTime.ToString(Utc, CultureInfo.InvariantCulture);
        if (EventMoment.IsDay(date))
        {
            var day = TimeZoneInfo.ConvertTime(date.Instant, zone).ToString(Day, CultureInfo.InvariantCulture);
            file.Line("UID", $"{uuid}-{day}@actors");
            file.Line("DTSTART;VALUE=DATE", day);
            return;
        }

        file.Line("UID", $"{uuid}-{utc}@actors");
        if (calendarZone.Covers(date.Instant)) file.Line($"DTSTART;TZID={zone.Id}", calendarZone.Clock(date.Instant));
        else file.Line("DTSTART", utc);
    }
}
