namespace Actors.Catalog.Provider.Sync;

/// <summary>From which day on the provider's changes are asked for.</summary>
internal static class SyncDay
{
    /// <summary>The beginning of everything.</summary>
    public static readonly DateOnly First = new(2000, 1, 1);

    /// <summary>
    /// Yesterday. The provider does not say in which zone its days are, so it is the earlier of UTC's and ours: asking for too much costs a page,
    /// asking for too little loses an event.
    /// </summary>
    public static DateOnly Yesterday(DateTimeOffset now, TimeZoneInfo zone)
    {
        var here = TimeZoneInfo.ConvertTime(now, zone);
        var (utc, local) = (DateOnly.FromDateTime(now.UtcDateTime), DateOnly.FromDateTime(here.DateTime));
        var earlier = utc < local ? utc : local;
        return earlier > First ? earlier.AddDays(-1) : First;
    }

    /// <summary>What a run by itself asks for: everything the first time, then from the day before the last complete run began.</summary>
    /// <param name="lastComplete">When the last complete run began; null before the first.</param>
    /// <param name="now">Now. A last run in the future means that the clock was set back.</param>
    /// <param name="zone">Our zone.</param>
    public static DateOnly Due(DateTimeOffset? lastComplete, DateTimeOffset now, TimeZoneInfo zone) =>
        lastComplete is { } last ? Yesterday(last < now ? last : now, zone) : First;
}
