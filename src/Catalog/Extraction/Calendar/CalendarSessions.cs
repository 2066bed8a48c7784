
namespace Actors.Catalog.Extraction.Calendar;

/// <summary>The sessions of a VEVENT: its start and the moments of RRULE and RDATE, without those of EXDATE.</summary>
internal sealed class CalendarSessions(CalendarComponent vevent, EventTime start, EventTime? end, CalendarZones zones, RecurrenceBudget budget)
{
    private const int DaysAhead = 400, MaxSessions = 1_000;
    private static readonly TimeSpan s_oneDay = TimeSpan.FromDays(1), s_longestSession = TimeSpan.FromDays(366);

    private readonly CalendarZone? _zone = zones.Find(vevent.Line("DTSTART")?.Parameter("TZID"));

    /// <summary>The first session's start.</summary>
    public EventTime Start => start;

    /// <summary>The time from a session's start to its end; null when the event has none.</summary>
    public TimeSpan? Length { get; } = LengthOf(start, end);

    /// <summary>The recurrence rule; null if it is missing or not supported.</summary>
    public static RecurrenceRule? RuleOf(CalendarComponent vevent, EventTime? start)
    {
        var rule = vevent.Line("RRULE") is { } line ? RecurrenceRuleReader.Read(line.Value) : null;
        return start is { DateOnly: true } ? rule?.ForAllDay() : rule;
    }

    /// <summary>
    /// The starts of sessions that are not over on <paramref name="today"/>, up to a year ahead; without a day, all from the start on. Includes the
    /// event's own start unless EXDATE excludes it.
    /// </summary>
    public IEnumerable<EventTime> Starts(DateOnly? today)
    {
        var from = (today ?? DateOnly.FromDateTime(start.Local)).AddDays(-1 - (int)(Length?.TotalDays ?? 0));
        var to = (today ?? DateOnly.FromDateTime(start.Local)).AddDays(DaysAhead);
        var excluded = new MomentSet(zones.Own);
        foreach (var time in CalendarTimes.ReadAll(vevent.Lines("EXDATE"), zones))
            excluded.Add(time);
        var all = Repeated(from, to).Concat(CalendarTimes.ReadAll(vevent.Lines("RDATE"), zones).Where(t => Day(t) >= from && Day(t) <= to));
        return all.Where(t => (t == start || Day(t) >= from) && !excluded.Contains(t)).DistinctBy(t => t.Text).Take(MaxSessions);
    }

    /// <summary>A session; without a length it has no end.</summary>
    public static Occurrence Session(EventTime time, TimeSpan? length)
    {
        if (length is not { } span)
            return new(time, null);
        var local = time.Local + span;
        return new(time, time.DateOnly ? EventTime.OfDate(DateOnly.FromDateTime(local))
            : time.Offset is { } offset ? EventTime.Of(new DateTimeOffset(local, offset))
            : EventTime.OfLocal(local));
    }

    /// <summary>The local time of the event at a moment.</summary>
    public DateTime LocalAt(EventTime moment)
    {
        if (start.DateOnly)
            return MomentSet.DayOf(moment, zones.Own);
        if (start.Offset is not { } usual || moment.Offset is not { } offset)
            return moment.Local;
        var utc = moment.Local - offset;
        return utc + (At(utc + usual).Offset ?? usual);
    }

    /// <summary>A local time of the event as a moment, in the notation of its start.</summary>
    public EventTime At(DateTime local)
    {
        if (local == start.Local)
            return start;
        if (start.DateOnly)
            return EventTime.OfDate(DateOnly.FromDateTime(local));
        return start.Offset is { } offset ? _zone?.At(local) ?? EventTime.Of(new DateTimeOffset(local, offset)) : EventTime.OfLocal(local);
    }

    private IEnumerable<EventTime> Repeated(DateOnly from, DateOnly to) => RuleOf(vevent, start) is { } rule
        ? Recurrence.Expand(rule, start.Local, from, to, t => IsLate(rule.Until, At(t)), budget).Select(At)
        : [start];

    private static bool IsLate(EventTime? until, EventTime time) => until switch
    {
        null => false,
        { DateOnly: true } => Day(time) > Day(until),
        { Offset: not null } when time.Offset is { } offset => time.Local - offset > until.Local - until.Offset.Value,
        _ => time.Local > until.Local,
    };

    // DTEND of an all-day event is exclusive (RFC 5545, 3.6.1); the end of a session is its last day.
    private static TimeSpan? LengthOf(EventTime start, EventTime? end)
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


    private static DateOnly Day(EventTime time) => DateOnly.FromDateTime(time.Local);
}
