using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;

namespace Actors.Catalog.Duplicates.Matching;

/// <summary>One date of an event as people say it: a day and, if it is known, a time of that day.</summary>
/// <param name="Day">The day's number.</param>
/// <param name="Minute">The minute of the day; <see cref="AllDay"/> when no hour is known.</param>
internal readonly record struct EventSession(int Day, int Minute) : IComparable<EventSession>
{
    /// <summary>No hour is known.</summary>
    public const int AllDay = -1;

    /// <summary>Dates of an event that count.</summary>
    private const int Most = 1000;

    /// <summary>Sources say when the doors open or when it begins: times that differ by more are different shows.</summary>
    private const int MostMinutesApart = 30;

    private static readonly int s_dayLength = "YYYY-MM-DD".Length;

    public int CompareTo(EventSession other) => Day != other.Day ? Day.CompareTo(other.Day) : Minute.CompareTo(other.Minute);

    /// <summary>True when two dates of one day may be the same show.</summary>
    public bool GoesWith(EventSession other) =>
        Day == other.Day && (Minute == AllDay || other.Minute == AllDay || Math.Abs(Minute - other.Minute) <= MostMinutesApart);

    /// <summary>The dates in order, each once, by the calendar of <paramref name="zone"/>.</summary>
    public static ImmutableArray<EventSession> Of(IEnumerable<EventDate> dates, TimeZoneInfo zone) =>
        [.. dates.Select(date => Of(date, zone)).Distinct().Order().Take(Most)];

    private static EventSession Of(EventDate date, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(date.Instant, zone).DateTime;
        var wholeDay = date.Text.Length == s_dayLength || EventMoment.IsDay(date);
        return new(DateOnly.FromDateTime(local).DayNumber, wholeDay ? AllDay : (int)local.TimeOfDay.TotalMinutes);
    }
}
