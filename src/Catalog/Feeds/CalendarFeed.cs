using System.Globalization;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;
using Actors.Catalog.Listing.Filters;

namespace Actors.Catalog.Feeds;

/// <summary>
/// Writes events as an iCalendar file. Every date of an event is an entry of its own. Its UID consists of the event's uuid and the date, so it stays
/// the same in every download.
/// </summary>
internal static class CalendarFeed
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const string Utc = "yyyyMMdd'T'HHmmss'Z'";
    private const string Day = "yyyyMMdd";

    /// <summary>Years before and after the current one for which the file defines the zone's offsets.</summary>
    private const int YearsBefore = 2;
    private const int YearsAfter = 10;

    /// <summary>The last zone definition. Finding the changes of a zone takes longer than writing events.</summary>
    private static CalendarZone? s_zone;

    /// <summary>Writes the file.</summary>
    /// <param name="events">The events.</param>
    /// <param name="dates">The range of dates to write.</param>
    /// <param name="zone">The zone of local times.</param>
    /// <param name="now">The time of the request.</param>
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
        var cached = Volatile.Read(ref s_zone);
        if (cached is not null && cached.Is(zone, year - YearsBefore, year + YearsAfter)) return cached;
        var created = new CalendarZone(zone, year - YearsBefore, year + YearsAfter);
        Volatile.Write(ref s_zone, created);
        return created;
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
