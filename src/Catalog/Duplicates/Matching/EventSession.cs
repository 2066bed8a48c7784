using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>A date of an event: a day and, if known, a time of that day.</summary>
/// <param name="Day">The day number.</param>
/// <param name="Minute">The minute of the day; <see cref="AllDay"/> if unknown.</param>
internal readonly record struct EventSession(int Day, int Minute) : IComparable<EventSession>
{
    /// <summary>The time is unknown.</summary>
    public const int AllDay = -1;

    /// <summary>Maximum number of dates compared.</summary>
    private const int MaxDates = 1000;

    /// <summary>Sources give the admission or the start time; times further apart are different shows.</summary>
    private const int MaxMinutesApart = 30;

    private static readonly int s_dayLength = "YYYY-MM-DD".Length;

    public int CompareTo(EventSession other) => Day != other.Day ? Day.CompareTo(other.Day) : Minute.CompareTo(other.Minute);

    /// <summary>Whether two dates may be the same show.</summary>
    public bool Matches(EventSession other) =>
        Day == other.Day && (Minute == AllDay || other.Minute == AllDay || Math.Abs(Minute - other.Minute) <= MaxMinutesApart);

    /// <summary>The distinct dates in order, in the calendar of <paramref name="zone"/>.</summary>
    public static ImmutableArray<EventSession> Of(IEnumerable<EventDate> dates, TimeZoneInfo zone) =>
        [.. dates.Select(date => Of(date, zone)).Distinct().Order().Take(MaxDates)];

    private static EventSession Of(EventDate date, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(date.Instant, zone).DateTime;
        var wholeDay = date.Text.Length == s_dayLength || EventMoment.IsDay(date);
        return new(DateOnly.FromDateTime(local).DayNumber, wholeDay ? AllDay : (int)local.TimeOfDay.TotalMinutes);
    }
}
