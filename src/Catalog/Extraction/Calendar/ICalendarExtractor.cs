using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Reads iCalendar feeds (RFC 5545): one event per VEVENT, with its recurring sessions.</summary>
internal sealed class ICalendarExtractor : IEventExtractor
{
    public string Name => "icalendar";

    public Extraction Extract(FetchedPage page)
    {
        if (!page.IsCalendar || page.Text.Length > ExtractionLimits.PageChars)
            return Extraction.Nothing;
        var budget = new RecurrenceBudget();
        var problems = ImmutableArray.CreateBuilder<string>();
        var events = ImmutableArray.CreateBuilder<ExtractedEvent>();
        foreach (var calendar in CalendarComponent.Read(page.Text).Children("VCALENDAR"))
        {
            foreach (var one in Read(calendar, page, budget, problems).Take(ExtractionLimits.Events - events.Count))
                events.Add(one);
        }
        return new(events.ToImmutable(), problems.ToImmutable());
    }

    private IEnumerable<ExtractedEvent> Read(CalendarComponent calendar, FetchedPage page, RecurrenceBudget budget, ImmutableArray<string>.Builder problems)
    {
        var zones = new CalendarZones(calendar, page.Zone, (page.Today ?? new DateOnly(2100, 1, 1)).AddYears(2), budget);
        var vevents = CalendarVersions.Newest(calendar.Children("VEVENT"), zones);
        var masters = vevents.Where(v => !IsInstance(v)).GroupBy(CalendarVersions.UidOf).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var instances = vevents.Where(IsInstance).ToLookup(CalendarVersions.UidOf);
        var reader = new CalendarEvent(page, zones, budget);
        foreach (var vevent in vevents)
        {
            var uid = CalendarVersions.UidOf(vevent);
            var master = IsInstance(vevent) ? masters.GetValueOrDefault(uid) : null;
            // The series already excludes its cancelled instances.
            if (master is not null && CalendarEvent.IsCancelled(vevent))
                continue;
            if (!IsInstance(vevent) && vevent.Line("RRULE") is { } rule && !reader.CanExpand(vevent) && problems.Count < ExtractionLimits.Links)
                problems.Add($"{Name}: the rule {PlainText.Line(rule.Value)} is not supported; only the first date is used");
            yield return IsInstance(vevent) ? reader.ReadInstance(vevent, master, instances[uid]) : reader.Read(vevent, instances[uid]);
        }
    }

    private static bool IsInstance(CalendarComponent vevent) => vevent.Line("RECURRENCE-ID") is not null;
}
