using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Converts a VEVENT to an extracted event.</summary>
internal sealed class CalendarEvent(FetchedPage page, CalendarZones zones, RecurrenceBudget budget)
{
    /// <summary>Whether the event's recurrence rule can be expanded.</summary>
    public bool CanExpand(CalendarComponent vevent) => CalendarSessions.RuleOf(vevent, CalendarTimes.Read(vevent.Line("DTSTART"), zones)) is not null;

    /// <summary>Reads an event with its sessions, except those that an instance replaces.</summary>
    public ExtractedEvent Read(CalendarComponent vevent, IEnumerable<CalendarComponent> instances) =>
        Read(vevent, sessions => new CalendarSeries(sessions, instances, zones).Unmodified(page.Today));

    /// <summary>
    /// Reads an instance of a series: one session or, with a range, all sessions from it on. Its own RRULE is ignored, since only the series repeats.
    /// </summary>
    public ExtractedEvent ReadInstance(CalendarComponent instance, CalendarComponent? master, IEnumerable<CalendarComponent> instances)
    {
        if (master is null || !CalendarSeries.IsRange(instance) || CalendarTimes.Read(master.Line("DTSTART"), zones) is not { } first)
            return Read(instance, own => [CalendarSessions.Session(own.Start, own.Length)]);
        var series = new CalendarSeries(new CalendarSessions(master, first, End(master, first), zones, budget), instances, zones);
        return Read(instance, own => series.Shifted(instance, own.Start, own.Length, page.Today));
    }

    private ExtractedEvent Read(CalendarComponent vevent, Func<CalendarSessions, ImmutableArray<Occurrence>> read)
    {
        var start = CalendarTimes.Read(vevent.Line("DTSTART"), zones);
        var end = End(vevent, start);
        ImmutableArray<Occurrence> sessions = start is null ? [] : read(new CalendarSessions(vevent, start, end, zones, budget));
        return new ExtractedEvent
        {
            SourceId = Identifier(vevent),
            Title = PlainText.Line(vevent.Line("SUMMARY")?.Text),
            Start = start,
            End = end,
            Place = PlainText.Line(vevent.Line("LOCATION")?.Text),
            Image = Image(vevent),
            Url = WebAddress.Resolve(page.Url, vevent.Line("URL")?.Value),
            Description = PlainText.Paragraphs(vevent.Line("DESCRIPTION")?.Text),
            Categories = [.. vevent.Lines("CATEGORIES").SelectMany(l => l.Texts).Select(PlainText.Line).OfType<string>().Take(ExtractionLimits.Links)],
            Cancelled = IsCancelled(vevent) || AllExcluded(start, sessions),
            Occurrences = start is not null && sessions.IsEmpty && !AllExcluded(start, sessions) ? [new(start, null)] : sessions,
        };
    }

    public static bool IsCancelled(CalendarComponent vevent) =>
        vevent.Line("STATUS")?.Value.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) ?? false;

    // All future sessions are excluded. Past sessions are never expanded, so a past event is not judged.
    private bool AllExcluded(EventTime? start, ImmutableArray<Occurrence> sessions) =>
        start is not null && sessions.IsEmpty && (page.Today is null || DateOnly.FromDateTime(start.Local) >= page.Today);

    private EventTime? End(CalendarComponent vevent, EventTime? start)
    {
        if (CalendarTimes.Read(vevent.Line("DTEND"), zones) is { } written)
            return written;
        if (start is null || CalendarTimes.Duration(vevent.Line("DURATION")?.Value) is not { } length)
            return null;
        var local = start.Local + length;
        return start.DateOnly ? EventTime.OfDate(DateOnly.FromDateTime(local))
            : start.Offset is { } offset ? EventTime.Of(new DateTimeOffset(local, offset))
            : EventTimeReader.Read(local.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    // Some sites replace text that looks like an e-mail address with markup that changes on every request. Such a UID identifies nothing, so the
    // event's URL is used instead.
    private static string? Identifier(CalendarComponent vevent) =>
        vevent.Line("UID")?.Value.Trim() is { Length: > 0 and <= ExtractionLimits.Text } uid && !uid.Contains('<', StringComparison.Ordinal) ? uid : null;

    private string? Image(CalendarComponent vevent) =>
        vevent.Lines("IMAGE").Concat(vevent.Lines("ATTACH").Where(IsPicture))
            .Select(l => WebAddress.Resolve(page.Url, l.Value))
            .FirstOrDefault(address => address is not null);

    private static bool IsPicture(CalendarLine line) => line.Parameter("FMTTYPE")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ?? false;
}
