using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>
/// A recurring VEVENT and its modified instances (RFC 5545, 3.8.4.4). An instance replaces the session of its RECURRENCE-ID. With RANGE=THISANDFUTURE
/// it also shifts the later sessions by the same interval, up to the next such instance.
/// </summary>
internal sealed class CalendarSeries
{
    private readonly CalendarSessions _sessions;
    private readonly MomentSet _replaced;
    private readonly List<(CalendarComponent Instance, DateTime From)> _ranges = [];

    public CalendarSeries(CalendarSessions sessions, IEnumerable<CalendarComponent> instances, CalendarZones zones)
    {
        (_sessions, _replaced) = (sessions, new MomentSet(zones.Own));
        foreach (var instance in instances)
        {
            if (CalendarTimes.Read(instance.Line("RECURRENCE-ID"), zones) is not { } replaced)
                continue;
            _replaced.Add(replaced);
            if (IsRange(instance))
                _ranges.Add((instance, sessions.LocalAt(replaced)));
        }
        _ranges.Sort((one, other) => one.From.CompareTo(other.From));
    }

    public static bool IsRange(CalendarComponent instance) =>
        instance.Line("RECURRENCE-ID")?.Parameter("RANGE")?.Equals("THISANDFUTURE", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>The sessions that no instance replaces or shifts.</summary>
    public ImmutableArray<Occurrence> Unmodified(DateOnly? today) =>
        [.. Starts(today, DateTime.MinValue, _ranges is [var first, ..] ? first.From : DateTime.MaxValue).Select(t => CalendarSessions.Session(t, _sessions.Length))];

    /// <summary>The sessions that an instance with a range shifts, its own first.</summary>
    public ImmutableArray<Occurrence> Shifted(CalendarComponent instance, EventTime start, TimeSpan? length, DateOnly? today)
    {
        var at = _ranges.FindIndex(range => range.Instance == instance);
        if (at < 0)
            return [CalendarSessions.Session(start, length)];
        var (from, to) = (_ranges[at].From, at + 1 < _ranges.Count ? _ranges[at + 1].From : DateTime.MaxValue);
        var shift = _sessions.LocalAt(start) - from;
        var later = Starts(today, from.AddTicks(1), to).Select(t => _sessions.At(t.Local + shift));
        return [.. later.Prepend(start).DistinctBy(t => t.Text).Select(t => CalendarSessions.Session(t, length))];
    }

    private IEnumerable<EventTime> Starts(DateOnly? today, DateTime from, DateTime to) =>
        _sessions.Starts(today).Where(t => t.Local >= from && t.Local < to && !_replaced.Contains(t));
}
