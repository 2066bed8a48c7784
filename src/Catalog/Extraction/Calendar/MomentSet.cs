namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Moments to be left out: a date leaves out its day, a moment with an offset the instant, any other the local time.</summary>
internal sealed class MomentSet
{
    private readonly HashSet<DateTime> days = [], locals = [], instants = [];

    public void Add(EventTime moment)
    {
        var set = moment.DateOnly ? days : moment.Offset is null ? locals : instants;
        set.Add(moment.Offset is { } offset ? Utc(moment.Local, offset) : moment.Local);
    }

    public bool Contains(EventTime moment) =>
        days.Contains(moment.Local.Date) || locals.Contains(moment.Local)
        || (moment.Offset is { } offset && instants.Contains(Utc(moment.Local, offset)));

    private static DateTime Utc(DateTime local, TimeSpan offset) => DateTime.SpecifyKind(local - offset, DateTimeKind.Unspecified);
}
