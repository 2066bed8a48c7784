using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Actors.Catalog.Extraction.Calendar;
using Actors.Catalog.Extraction.Lists;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>The times of day, durations and time zone of a schema.org Schedule.</summary>
internal sealed partial class ScheduleClock
{
    private const int MaxTimes = 24;
    private static readonly TimeSpan s_oneDay = TimeSpan.FromDays(1);

    private readonly record struct Reading(TimeOnly Time, TimeSpan? Offset);

    private readonly ImmutableArray<Reading> _starts, _ends;
    private readonly TimeSpan? _length;
    private readonly TimeZoneInfo? _zone;

    /// <param name="schedule">The schema.org Schedule.</param>
    /// <param name="begin">Its first moment; used if startTime is missing.</param>
    public ScheduleClock(SchemaThing schedule, EventTime? begin)
    {
        _starts = Read(schedule, "startTime");
        _ends = Read(schedule, "endTime");
        if (_starts.IsEmpty && begin is { DateOnly: false })
            _starts = [new(TimeOnly.FromDateTime(begin.Local), begin.Offset)];
        _length = CalendarTimes.Duration(schedule.Text("duration"));
        var written = schedule.Tokens("scheduleTimezone").FirstOrDefault();
        _zone = Zone(written?.Trim());
        UnknownZone = _zone is null ? written : null;
    }

    /// <summary>The name of a zone that the system does not know, if any.</summary>
    public string? UnknownZone { get; }

    /// <summary>The first time of day.</summary>
    public TimeOnly First => _starts is [var first, ..] ? first.Time : TimeOnly.MinValue;

    /// <summary>Whether a session starts at midnight. Days without a time do not count.</summary>
    public bool IsAtMidnight => _starts.Any(s => s.Time == TimeOnly.MinValue);

    /// <summary>Whether there are several sessions a day.</summary>
    public bool HasSeveral => _starts.Length > 1;

    /// <summary>The sessions of a moment that the rule gives.</summary>
    public IEnumerable<Occurrence> At(DateTime moment)
    {
        var day = DateOnly.FromDateTime(moment);
        if (_starts.IsEmpty)
            return [new(EventTime.OfDate(day), null)];
        return _starts.Select((start, at) =>
        {
            var local = HasSeveral ? day.ToDateTime(start.Time) : moment;
            return new Occurrence(Time(local, start.Offset), End(local, start, at));
        });
    }

    /// <summary>The end of a range of days.</summary>
    public EventTime EndOn(DateOnly day) =>
        _ends is [var end, ..] && !_starts.IsEmpty ? Time(day.ToDateTime(end.Time), end.Offset ?? _starts[0].Offset) : EventTime.OfDate(day);

    // An end before its start is on the next day.
    private EventTime? End(DateTime start, Reading reading, int at)
    {
        if (_ends.Length == _starts.Length || _ends.Length == 1)
        {
            var end = _ends[Math.Min(at, _ends.Length - 1)];
            var local = DateOnly.FromDateTime(start).ToDateTime(end.Time);
            return Time(local <= start ? local + s_oneDay : local, end.Offset ?? reading.Offset);
        }
        return _length is { } length ? Time(start + length, reading.Offset) : null;
    }

    // The zone handles daylight saving time, so it wins over the offset, unless the offset is not one of the zone's.
    private EventTime Time(DateTime local, TimeSpan? offset)
    {
        if (_zone is not null && (offset is null || IsOf(_zone, offset.Value, local)))
            return EventTime.OfLocal(local, _zone);
        if (offset is not { } own)
            return EventTime.OfLocal(local);
        return EventTime.Of(new DateTimeOffset(local, own));
    }

    private static bool IsOf(TimeZoneInfo zone, TimeSpan offset, DateTime local) =>
        offset == zone.GetUtcOffset(new DateTime(local.Year, 1, 1)) || offset == zone.GetUtcOffset(new DateTime(local.Year, 7, 1));

    private static ImmutableArray<Reading> Read(SchemaThing schedule, string property) =>
        [.. schedule.Texts(property).Take(MaxTimes).Select(Read).OfType<Reading>().Distinct()];

    private static Reading? Read(string text)
    {
        var trimmed = text.Trim().TrimStart('T', 't');
        if ((EventTimeReader.Read(trimmed) ?? EventTimeReader.Read($"2000-01-01T{trimmed}")) is { DateOnly: false } time)
            return new(TimeOnly.FromDateTime(time.Local), time.Offset);
        return WrittenTime.Read(trimmed) is { } clock ? new(clock, null) : null;
    }

    // Europe/Berlin, UTC, +03:00, UTC+3.
    private static TimeZoneInfo? Zone(string? name)
    {
        if (string.IsNullOrEmpty(name) || name.Length > ExtractionLimits.Text)
            return null;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name is "Z" or "z" ? "UTC" : name, out var zone))
            return zone;
        if (Fixed().Match(name) is not { Success: true } match)
            return null;
        var hours = match.Groups["hours"].Value.PadLeft(2, '0');
        var minutes = match.Groups["minutes"] is { Success: true } given ? given.Value : "00";
        return EventTimeReader.Read($"2000-01-01T00:00{match.Groups["sign"].Value}{hours}:{minutes}")?.Offset is { } offset
            ? TimeZoneInfo.CreateCustomTimeZone(name, offset, name, name)
            : null;
    }

    [GeneratedRegex("^(?:UTC|GMT)?(?<sign>[+-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-9]{2}))?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Fixed();
}
