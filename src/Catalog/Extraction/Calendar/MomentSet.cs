namespace Actors.Catalog.Extraction.Calendar;

/// <summary>
/// Moments to exclude. A date excludes its whole day, a moment with an offset its instant, any other moment its local time. In an all-day series, a
/// moment excludes the day on which it is midnight, in its own offset or in the zone of the feed.
/// </summary>
internal sealed class MomentSet(TimeZoneInfo zone)
{
    private readonly HashSet<DateTime> _days = [], _locals = [], _instants = [], _midnights = [];

    public void Add(EventTime moment)
    {
        _midnights.Add(DayOf(moment, zone));
        var set = moment.DateOnly ? _days : moment.Offset is null ? _locals : _instants;
        set.Add(moment.Offset is null ? moment.Local : moment.InstantIn(zone).UtcDateTime);
    }

    public bool Contains(EventTime moment) => moment.DateOnly
        ? _midnights.Contains(moment.Local.Date)
        : _days.Contains(moment.Local.Date) || _locals.Contains(moment.Local) || _instants.Contains(moment.InstantIn(zone).UtcDateTime);

    /// <summary>The day that a moment names in an all-day series.</summary>
    public static DateTime DayOf(EventTime moment, TimeZoneInfo zone)
    {
        if (moment.Offset is not { } offset || moment.Local.TimeOfDay == TimeSpan.Zero)
            return moment.Local.Date;
        var inZone = TimeZoneInfo.ConvertTime(new DateTimeOffset(moment.Local, offset), zone).DateTime;
        return inZone.TimeOfDay == TimeSpan.Zero ? inZone : moment.Local.Date;
    }
}
