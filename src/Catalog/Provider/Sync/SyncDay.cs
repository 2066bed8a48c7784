namespace Actors.Catalog.Provider.Sync;

/// <summary>The day from which changes are fetched.</summary>
internal static class SyncDay
{
    /// <summary>The first day, to fetch everything.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>
    /// Yesterday. The provider's time zone is unknown, so the earlier of UTC's and the local date is used: a day too many costs a page, a day too few
    /// loses events.
    /// </summary>
    public static DateOnly Yesterday(DateTimeOffset now, TimeZoneInfo zone)
    {
        var here = TimeZoneInfo.ConvertTime(now, zone);
        var (utc, local) = (DateOnly.FromDateTime(now.UtcDateTime), DateOnly.FromDateTime(here.DateTime));
        var earlier = utc < local ? utc : local;
        return earlier > First ? earlier.AddDays(-1) : First;
    }

    /// <summary>The first day of a scheduled run: everything at first, then the day before the last complete run started.</summary>
    /// <param name="lastComplete">The start of the last complete run; null before the first.</param>
    /// <param name="now">The current time. A last run in the future means that the clock was set back.</param>
    /// <param name="zone">The local time zone.</param>
    public static DateOnly Due(DateTimeOffset? lastComplete, DateTimeOffset now, TimeZoneInfo zone) =>
        lastComplete is { } last ? Yesterday(last < now ? last : now, zone) : First;
}
