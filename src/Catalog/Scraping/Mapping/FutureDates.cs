using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Extraction;

namespace Actors.Catalog.Scraping.Mapping;

/// <summary>The future dates of an event: sessions, each day of a range, opening days of an exhibition.</summary>
internal static class FutureDates
{
    public const int MaxDates = 100, Days = 366;
    private static readonly TimeSpan s_oneDay = TimeSpan.FromDays(1);

    public static ImmutableArray<EventDate> Of(ExtractedEvent found, MapContext context)
    {
        var until = context.Now.AddDays(Days);
        var zone = found.Zone ?? context.Zone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(context.Now, zone).DateTime);
        var sessions = found.Occurrences.IsEmpty && found is { Start: { } start, Ranges.IsEmpty: true } ? [new(start, found.End)] : found.Occurrences;
        var times = sessions.SelectMany(o => DaysOf(o, today)).Concat(found.Ranges.SelectMany(r => DaysOf(r, today)));
        return
        [
            .. times.Where(t => t.InstantIn(zone) <= until).Select(t => Date(t, found.Zone ?? context.Source.Zone, zone))
                .Where(d => d.Instant > context.Now)
                .OrderBy(d => d.Instant).DistinctBy(d => d.Instant).Take(MaxDates),
        ];
    }

    /// <summary>The reason why there are no future dates; null if there are some.</summary>
    public static string? Refusal(ExtractedEvent found, ImmutableArray<EventDate> dates)
    {
        if (!dates.IsEmpty)
            return null;
        return found.Start is null && found.Occurrences.IsEmpty && found.Ranges.IsEmpty ? DeadLetterReason.DateMissing : DeadLetterReason.DatePast;
    }

    // A range longer than a day takes place on each day at the start time. An end before the start is ignored.
    private static IEnumerable<EventTime> DaysOf(Occurrence session, DateOnly today)
    {
        var (start, end) = (session.Start, session.End);
        var last = end is null ? start.Local : end.DateOnly ? end.Local.AddDays(1).AddTicks(-1) : end.Local.AddTicks(-1);
        yield return start;
        if (last - start.Local < s_oneDay)
            yield break;
        var skipped = Math.Max(1, today.DayNumber - DateOnly.FromDateTime(start.Local).DayNumber - 1);
        for (var ahead = 0; ahead <= Days + 1 && start.Local.AddDays(skipped + ahead) is var day && day <= last; ahead++)
            yield return At(start, day);
    }

    private static IEnumerable<EventTime> DaysOf(WeeklyRange range, DateOnly today)
    {
        var first = range.First is { } begin && begin > today ? begin : today;
        for (var day = first; day <= (range.Last ?? DateOnly.MaxValue) && day.DayNumber - today.DayNumber <= Days; day = day.AddDays(1))
        {
            if (!range.Days.Contains(day.DayOfWeek))
                continue;
            yield return range.From is { } from ? EventTime.OfLocal(day.ToDateTime(from)) : EventTime.OfDate(day);
        }
    }

    private static EventTime At(EventTime start, DateTime day) => start switch
    {
        { DateOnly: true } => EventTime.OfDate(DateOnly.FromDateTime(day)),
        { Offset: { } offset } => EventTime.Of(new DateTimeOffset(day, offset)),
        _ => EventTime.OfLocal(day),
    };

    // Without its own zone, a source uses the default zone, and its dates stay as written.
    private static EventDate Date(EventTime time, TimeZoneInfo? own, TimeZoneInfo zone)
    {
        var day = time.DateOnly;
        if (time.Offset is null && own is not null)
            time = EventTime.Of(time.InstantIn(own));
        return day ? EventDate.OfDay(Written(time), time.Local, zone) : EventDate.Of(Written(time), time.Local, time.Offset, zone);
    }

    // With seconds, as in the examples of the specification, and with an offset only if there is one.
    private static string Written(EventTime time)
    {
        if (time.Offset is { } offset && time.Offset != TimeSpan.Zero)
            return EventTime.Of(new DateTimeOffset(time.Local, offset)).Text;
        return EventTime.OfLocal(time.Local).Text + (time.Offset is null ? "" : "Z");
    }
}
