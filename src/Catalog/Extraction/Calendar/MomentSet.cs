namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Moments to be left out: a date leaves out its day, a moment with an offset the instant, any other the local time.</summary>
internal sealed class MomentSet
{
    private readonly HashSet<DateTime> _days = [], _locals = [], _instants = [];

    public void Add(EventTime moment)
    {
        var set = moment.DateOnly ? _days : moment.Offset is null ? _locals : _instants;
        set.Add(moment.Offset is { } offset ? Utc(moment.Local, offset) : moment.Local);
    }

    public bool Contains(EventTime moment) =>
        _days.Contains(moment.Local.Date) || _locals.Contains(moment.Local)
        || (moment.Offset is { } offset && _instants.Contains(Utc(moment.Local, offset)));

    private static DateTime Utc(DateTime local, TimeSpan offset) => DateTime.SpecifyKind(local - offset, DateTimeKind.Unspecified);
}
