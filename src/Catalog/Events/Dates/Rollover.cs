using System.Collections.Immutable;

namespace Actors.Catalog.Events.Dates;

/// <summary>Chooses the date that the hourly pass shows.</summary>
internal static class Rollover
{
    /// <summary>
    /// The shown date if it is in the future, else the earliest future date of the others; null if all have passed.
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
