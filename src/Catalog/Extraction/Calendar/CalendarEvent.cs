using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>A VEVENT to an extracted event.</summary>
internal sealed class CalendarEvent(FetchedPage page, CalendarZones zones, RecurrenceBudget budget)
{
    /// <summary>Whether the rule of an event is one that can be expanded.</summary>
    public bool Understands(CalendarComponent vevent) => CalendarSessions.RuleOf(vevent, CalendarTimes.Read(vevent.Line("DTSTART"), zones)) is not null;

    /// <summary>An event with all of its sessions but those that an instance replaces.</summary>
    public ExtractedEvent Read(CalendarComponent vevent, IEnumerable<CalendarComponent> instances) =>
        Read(vevent, sessions => new CalendarSeries(sessions, instances, zones).Own(page.Today));

    /// <summary>
    /// An instance of a series: one session, or those from it on. What it says of repetition is its series' and does not count.
    /// </summary>
    public ExtractedEvent ReadInstance(CalendarComponent instance, CalendarComponent? master, IEnumerable<CalendarComponent> instances)
    {
        if (master is null || !CalendarSeries.IsRange(instance) || CalendarTimes.Read(master.Line("DTSTART"), zones) is not { } first)
            return Read(instance, own => [CalendarSessions.Session(own.Start, own.Length)]);
        var series = new CalendarSeries(new CalendarSessions(master, first, End(master, first), zones, budget), instances, zones);
        return Read(instance, own => series.Moved(instance, own.Start, own.Length, page.Today));
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
            Cancelled = IsCancelled(vevent) || AllTakenAway(start, sessions),
            Occurrences = start is not null && sessions.IsEmpty && !AllTakenAway(start, sessions) ? [new(start, null)] : sessions,
        };
    }

    public static bool IsCancelled(CalendarComponent vevent) =>
        vevent.Line("STATUS")?.Value.Trim().Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) ?? false;

    // Nothing is left of what is still to come; of an event long past this cannot be said, nor is it asked.
    private bool AllTakenAway(EventTime? start, ImmutableArray<Occurrence> sessions) =>
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

    // Some sites protect what looks like a mail address by markup that differs with each answer: no identity. Then the address is.
    private static string? Identifier(CalendarComponent vevent) =>
        vevent.Line("UID")?.Value.Trim() is { Length: > 0 and <= ExtractionLimits.Text } uid && !uid.Contains('<', StringComparison.Ordinal) ? uid : null;

    private string? Image(CalendarComponent vevent) =>
        vevent.Lines("IMAGE").Concat(vevent.Lines("ATTACH").Where(IsPicture))
            .Select(l => WebAddress.Resolve(page.Url, l.Value))
            .FirstOrDefault(address => address is not null);

    private static bool IsPicture(CalendarLine line) => line.Parameter("FMTTYPE")?.StartsWith("image/", StringComparison.OrdinalIgnoreCase) ?? false;
}
