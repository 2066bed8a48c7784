using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>The sessions of a VEVENT: its start, what RRULE and RDATE add, without what EXDATE and moved instances take away.</summary>
internal sealed class CalendarSessions(CalendarComponent vevent, EventTime start, EventTime? end, MomentSet moved, CalendarZones zones, RecurrenceBudget budget)
{
    private const int Ahead = 400, MostSessions = 1_000;
    private static readonly TimeSpan s_oneDay = TimeSpan.FromDays(1), s_longestSession = TimeSpan.FromDays(366);

    /// <summary>Sessions that are not over on <paramref name="today"/>, up to a year ahead; without a day, from the start. The start itself is always among them unless it is taken away.</summary>
    public ImmutableArray<Occurrence> Read(DateOnly? today)
    {
        var length = Length();
        var from = (today ?? DateOnly.FromDateTime(start.Local)).AddDays(-1 - (int)(length?.TotalDays ?? 0));
        var to = (today ?? DateOnly.FromDateTime(start.Local)).AddDays(Ahead);
        var gone = new MomentSet();
        foreach (var time in CalendarTimes.ReadAll(vevent.Lines("EXDATE"), zones))
            gone.Add(time);
        var all = Repeated(from, to).Concat(CalendarTimes.ReadAll(vevent.Lines("RDATE"), zones).Where(t => Day(t) >= from && Day(t) <= to));
        return
        [
            .. all.Where(t => (t == start || Day(t) >= from) && !gone.Contains(t) && !moved.Contains(t))
                .DistinctBy(t => t.Text).Take(MostSessions).Select(t => new Occurrence(t, EndOf(t, length))),
        ];
    }

    private IEnumerable<EventTime> Repeated(DateOnly from, DateOnly to)
    {
        if (vevent.Line("RRULE") is not { } line || RecurrenceRuleReader.Read(line.Value) is not { } rule)
            return [start];
        return Recurrence.Expand(rule, start.Local, from, to, t => IsLate(rule.Until, Same(t)), budget).Select(Same);
    }

    private static bool IsLate(EventTime? until, EventTime time) => until switch
    {
        null => false,
        { DateOnly: true } => Day(time) > Day(until),
        { Offset: not null } when time.Offset is { } offset => time.Local - offset > until.Local - until.Offset.Value,
        _ => time.Local > until.Local,
    };

    // Another moment, written as the start is.
    private EventTime Same(DateTime local)
    {
        if (local == start.Local)
            return start;
        if (start.DateOnly)
            return EventTime.OfDate(DateOnly.FromDateTime(local));
        if (start.Offset is not { } offset)
            return start with { Local = local, Text = local.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) };
        return zones.Find(vevent.Line("DTSTART")?.Parameter("TZID"))?.At(local) ?? EventTime.Of(new DateTimeOffset(local, offset));
    }

    // The end of a whole day is the day after the last (RFC 5545, 3.6.1), and a session's own end is its last day.
    private TimeSpan? Length()
    {
        if (end is null)
            return null;
        var length = end.Local - start.Local;
        if (end.DateOnly)
            length -= s_oneDay;
        else if (start.Offset is { } first && end.Offset is { } last)
            length += first - last;
        return length > TimeSpan.Zero && length <= s_longestSession ? length : null;
    }

    private static EventTime? EndOf(EventTime time, TimeSpan? length)
    {
        if (length is not { } span)
            return null;
        var local = time.Local + span;
        if (time.DateOnly)
            return EventTime.OfDate(DateOnly.FromDateTime(local));
        return time.Offset is { } offset ? EventTime.Of(new DateTimeOffset(local, offset)) : time with { Local = local, Text = local.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) };
    }

    private static DateOnly Day(EventTime time) => DateOnly.FromDateTime(time.Local);
}
