using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;

namespace Actors.Catalog.Listing.Filters;

/// <summary>From one moment to another, both included, in unix milliseconds.</summary>
internal readonly record struct DateRange(long From, long To)
{
    /// <summary>All of time.</summary>
    public static readonly DateRange Always = new(long.MinValue, long.MaxValue);

    /// <summary>True when nothing is left out.</summary>
    public bool IsAlways => this == Always;

    /// <summary>What both have in common.</summary>
    public DateRange And(DateRange other) => new(Math.Max(From, other.From), Math.Min(To, other.To));

    /// <summary>True when some of <paramref name="moment"/> is within.</summary>
    public bool Meets(EventMoment moment) => moment.To >= From && moment.From <= To && From <= To;

    /// <summary>True when some moment of any of these is within.</summary>
    public bool MeetsAny(ReadOnlySpan<EventMoment> moments)
    {
        foreach (var moment in moments)
        {
            if (Meets(moment)) return true;
        }

        return false;
    }

    /// <summary>From the beginning of one day of a zone to the end of another.</summary>
    public static DateRange OfDays(DateOnly first, DateOnly last, TimeZoneInfo zone) => new(Start(first, zone), End(last, zone));

    /// <summary>The first moment of a day.</summary>
    public static long Start(DateOnly day, TimeZoneInfo zone) =>
        EventDate.Of("", day.ToDateTime(TimeOnly.MinValue), null, zone).Instant.ToUnixTimeMilliseconds();

    /// <summary>The last moment of a day.</summary>
    public static long End(DateOnly day, TimeZoneInfo zone) =>
        day == DateOnly.MaxValue ? long.MaxValue : Start(day.AddDays(1), zone) - 1;
}
