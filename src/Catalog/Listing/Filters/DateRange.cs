using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;

namespace Actors.Catalog.Listing.Filters;

/// <summary>A range of time with both ends included, in unix milliseconds.</summary>
internal readonly record struct DateRange(long From, long To)
{
    /// <summary>The range without bounds.</summary>
    public static readonly DateRange Always = new(long.MinValue, long.MaxValue);

    /// <summary>True if the range has no bounds.</summary>
    public bool IsAlways => this == Always;

    /// <summary>The intersection of both ranges; it may be empty.</summary>
    public DateRange And(DateRange other) => new(Math.Max(From, other.From), Math.Min(To, other.To));

    /// <summary>True if <paramref name="moment"/> overlaps the range.</summary>
    public bool Meets(EventMoment moment) => moment.To >= From && moment.From <= To && From <= To;

    /// <summary>True if any of these overlaps the range.</summary>
    public bool MeetsAny(ReadOnlySpan<EventMoment> moments)
    {
        foreach (var moment in moments)
        {
            if (Meets(moment)) return true;
        }

        return false;
    }

    /// <summary>From the start of one day to the end of another, in a time zone.</summary>
    public static DateRange OfDays(DateOnly first, DateOnly last, TimeZoneInfo zone) => new(Start(first, zone), End(last, zone));

    /// <summary>The first moment of a day.</summary>
    public static long Start(DateOnly day, TimeZoneInfo zone) =>
        EventDate.Of("", day.ToDateTime(TimeOnly.MinValue), null, zone).Instant.ToUnixTimeMilliseconds();

    /// <summary>The last moment of a day.</summary>
    public static long End(DateOnly day, TimeZoneInfo zone) =>
        day == DateOnly.MaxValue ? long.MaxValue : Start(day.AddDays(1), zone) - 1;
}
