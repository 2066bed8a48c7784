using System.Collections.Immutable;
using Actors.Catalog.Extraction.Calendar;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>The sessions of schema.org Schedules (eventSchedule), up to a year after the page was fetched.</summary>
internal sealed class SchemaSchedules(FetchedPage page, Action<string> problem)
{
    private const int DaysAhead = 400, MaxSchedules = 50, MaxPerPage = 1_000, MaxSessions = 1_000, MaxExceptions = 500, MaxRepeats = 100_000;

    private readonly RecurrenceBudget _budget = new();
    private int _left = MaxPerPage;

    /// <param name="schedules">The schedules of one event.</param>
    /// <param name="begin">The start of the event, for a schedule without one.</param>
    public ImmutableArray<Occurrence> Read(IEnumerable<SchemaThing> schedules, EventTime? begin) =>
    [
        .. schedules.Take(MaxSchedules).TakeWhile(_ => IsLeft()).SelectMany(s => Read(s, begin)).DistinctBy(o => o.Start.Text)
            .OrderBy(o => o.Start.InstantIn(page.Zone)).Take(MaxSessions),
    ];

    private bool IsLeft()
    {
        if (_left-- > 0)
            return true;
        problem($"more than {MaxPerPage} schedules; the rest is ignored");
        return false;
    }

    private IEnumerable<Occurrence> Read(SchemaThing schedule, EventTime? begin)
    {
        var own = EventTimeReader.Read(schedule.Text("startDate"));
        var (end, days, clock) = (EventTimeReader.Read(schedule.Text("endDate")), ScheduleDays.Read(schedule), new ScheduleClock(schedule, own is { DateOnly: false } ? own : begin));
        begin = own ?? begin;
        if (clock.UnknownZone is { } zone)
            problem($"the zone {PlainText.Line(zone)} of a schedule is unknown; its times are read as local");
        if ((begin is null ? page.Today : DayOf(begin)) is not { } first)
            return Refuse("it has no first day");
        if (!ScheduleRule.Repeats(schedule, days))
            return begin is null ? Refuse("it has neither a date nor a repetition") : Once(first, end, clock);
        if (days.Unread is { } unread)
            return Refuse($"{PlainText.Line(unread)} is not supported");
        if (days.Holidays)
            problem("a schedule names public holidays, which are not supported; its other days are used");
        if (ScheduleRule.Read(schedule, days, first) is not { } rule)
            return Refuse($"its repetition {PlainText.Line(schedule.Tokens("repeatFrequency").FirstOrDefault())} is not supported");
        if (begin is null && rule.Interval > 1)
            return Refuse("it has no first day");
        return Without(Exceptions(schedule, clock), Repeated(rule, first, end, Count(schedule) ?? rule.Count, clock));
    }

    private Occurrence[] Refuse(string why)
    {
        problem($"a schedule gives no dates: {why}");
        return [];
    }

    // A range of days, or one day.
    private static IEnumerable<Occurrence> Once(DateOnly first, EventTime? end, ScheduleClock clock) =>
        clock.At(first.ToDateTime(clock.First)).Select(o => end is not null && DayOf(end) > first ? o with { End = clock.EndOn(DayOf(end)) } : o);

    private IEnumerable<Occurrence> Repeated(RecurrenceRule rule, DateOnly first, EventTime? end, int? count, ScheduleClock clock)
    {
        // Includes the day before, because a session of yesterday may not be over.
        var from = page.Today is { } today && today.AddDays(-1) is var yesterday && yesterday > first ? yesterday : first;
        var to = (page.Today is { } now && now > first ? now : first).AddDays(DaysAhead);
        var until = end ?? rule.Until;
        // The first day only limits a schedule, while a rule always includes its start.
        var moments = Recurrence.Expand(rule with { Count = null, Until = null }, first.ToDateTime(clock.First), count is null ? from : first, to, t => IsLate(until, t), _budget)
            .Skip(new RecurrenceDays(rule, first).Matches(first) ? 0 : 1).SelectMany(clock.At);
        return (count is { } most ? moments.Take(most) : moments).Where(o => DayOf(o.Start) >= from).Take(MaxSessions);
    }

    private static bool IsLate(EventTime? until, DateTime moment) => until switch
    {
        null => false,
        // An end at midnight means that whole day.
        { DateOnly: true } or { Local.TimeOfDay.Ticks: 0 } => DateOnly.FromDateTime(moment) > DayOf(until),
        _ => moment > until.Local,
    };

    private static IEnumerable<Occurrence> Without(MomentSet exceptions, IEnumerable<Occurrence> sessions) => sessions.Where(o => !exceptions.Contains(o.Start));

    // Midnight means the whole day, unless a session starts at midnight.
    private MomentSet Exceptions(SchemaThing schedule, ScheduleClock clock)
    {
        var exceptions = new MomentSet(page.Zone);
        foreach (var time in schedule.Texts("exceptDate").Where(t => t.Length <= ExtractionLimits.Description).SelectMany(t => t.Split(',')).Select(EventTimeReader.Read).OfType<EventTime>().Take(MaxExceptions))
            exceptions.Add(time.Local.TimeOfDay == TimeSpan.Zero && !clock.IsAtMidnight ? EventTime.OfDate(DayOf(time)) : time);
        return exceptions;
    }

    private static int? Count(SchemaThing schedule) =>
        MachineNumber.Read(schedule.Tokens("repeatCount").FirstOrDefault()) is >= 1 and <= MaxRepeats and { } count && decimal.IsInteger(count) ? (int)count : null;

    private static DateOnly DayOf(EventTime time) => DateOnly.FromDateTime(time.Local);
}
