using System.Collections.Immutable;
using System.Globalization;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Finds the zone of a TZID: a VTIMEZONE of the feed (RFC 5545, 3.2.19), else the system's time zone of that name.</summary>
internal sealed class CalendarZones(CalendarComponent calendar, TimeZoneInfo own, DateOnly until, RecurrenceBudget budget)
{
    private const int MaxOnsets = 2_000;
    private static readonly string[] s_forms = ["hhmm", "hhmmss", @"hh\:mm"];

    private readonly Dictionary<string, CalendarZone?> _zones = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The default time zone of the source.</summary>
    public TimeZoneInfo Own { get; } = own;

    /// <summary>The zone; null if it is unknown.</summary>
    public CalendarZone? Find(string? id)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > ExtractionLimits.Text)
            return null;
        if (!_zones.TryGetValue(id, out var zone))
            _zones[id] = zone = Described(id) ?? System(id);
        return zone;
    }

    // Some programs add a prefix to the name: /freeassociation.sourceforge.net/Europe/Moscow.
    private static CalendarZone? System(string id)
    {
        string[] names = [id.Trim(), string.Join('/', id.Trim().Split('/').TakeLast(2))];
        foreach (var name in names.Where(n => !n.StartsWith('/')))
        {
            if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
                return new(zone);
        }
        return null;
    }

    private CalendarZone? Described(string id)
    {
        var zone = calendar.Children("VTIMEZONE").FirstOrDefault(z => z.Lines("TZID").Any(l => l.Value.Trim().Equals(id.Trim(), StringComparison.OrdinalIgnoreCase)));
        var onsets = zone?.Children("STANDARD").Concat(zone.Children("DAYLIGHT")).SelectMany(Onsets).Take(MaxOnsets).OrderBy(o => o.From).ToImmutableArray() ?? [];
        return onsets.IsEmpty ? null : new(onsets);
    }

    private IEnumerable<ZoneOnset> Onsets(CalendarComponent observance)
    {
        if (EventTimeReader.Read(observance.Line("DTSTART")?.Value)?.Local is not { } start || Offset(observance.Line("TZOFFSETTO")?.Value) is not { } offset)
            return [];
        var rule = observance.Line("RRULE") is { } line ? RecurrenceRuleReader.Read(line.Value) : null;
        var last = rule?.Until?.Local ?? DateTime.MaxValue;
        var named = observance.Lines("RDATE").SelectMany(l => l.Value.Split(',')).Select(EventTimeReader.Read).OfType<EventTime>().Select(t => t.Local);
        var all = rule is null ? [start] : Recurrence.Expand(rule, start, DateOnly.FromDateTime(start), until, t => t > last, budget);
        var before = Offset(observance.Line("TZOFFSETFROM")?.Value) ?? offset;
        return all.Concat(named).Select(t => new ZoneOnset(t, before, offset));
    }

    private static TimeSpan? Offset(string? text)
    {
        if (text?.Trim() is not ['+' or '-', ..] written || !TimeSpan.TryParseExact(written.AsSpan(1), s_forms, CultureInfo.InvariantCulture, out var size) || size.TotalHours > 14)
            return null;
        // DateTimeOffset allows whole minutes only.
        size = TimeSpan.FromMinutes(Math.Floor(size.TotalMinutes));
        return written[0] == '-' ? -size : size;
    }
}
