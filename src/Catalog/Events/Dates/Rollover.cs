using System.Collections.Immutable;

namespace Actors.Catalog.Events.Dates;

/// <summary>What the hourly pass makes of an event whose shown date has gone by.</summary>
internal static class Rollover
{
    /// <summary>
    /// The next date to show: the shown one while it is still to come, else the earliest of the others that is. Null when all have gone by.
    /// </summary>
    public static EventDate? NextDate(EventDate shown, ImmutableArray<EventDate> dates, DateTimeOffset now)
    {
        if (shown.Instant > now) return shown;
        EventDate? next = null;
        foreach (var date in dates)
        {
            if (date.Instant > now && (next is null || date.Instant < next.Value.Instant)) next = date;
        }

        return next;
    }
}
