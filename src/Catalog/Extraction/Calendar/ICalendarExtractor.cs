using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>iCalendar feeds (RFC 5545): an event per VEVENT, with the sessions of its recurrence.</summary>
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
        foreach (var calendar in CalendarComponent.Read(page.Text).Inner("VCALENDAR"))
        {
            foreach (var one in Read(calendar, page, budget, problems).Take(ExtractionLimits.Events - events.Count))
                events.Add(one);
        }
        return new(events.ToImmutable(), problems.ToImmutable());
    }

    private IEnumerable<ExtractedEvent> Read(CalendarComponent calendar, FetchedPage page, RecurrenceBudget budget, ImmutableArray<string>.Builder problems)
    {
        var vevents = calendar.Inner("VEVENT").ToList();
        var zones = new CalendarZones(calendar, (page.Today ?? new DateOnly(2100, 1, 1)).AddYears(2), budget);
        var masters = vevents.Where(v => v.Line("RECURRENCE-ID") is null).Select(Uid).ToHashSet(StringComparer.Ordinal);
        var moved = vevents.Where(v => v.Line("RECURRENCE-ID") is not null).ToLookup(Uid);
        foreach (var vevent in vevents)
        {
            var isInstance = vevent.Line("RECURRENCE-ID") is not null;
            // An instance that does not take place has been taken out of its series already.
            if (isInstance && masters.Contains(Uid(vevent)) && CalendarEvent.IsCancelled(vevent))
                continue;
            if (vevent.Line("RRULE") is { } rule && RecurrenceRuleReader.Read(rule.Value) is null && problems.Count < ExtractionLimits.Links)
                problems.Add($"{Name}: the rule {PlainText.Line(rule.Value)} is not understood; only the first date is taken");
            yield return new CalendarEvent(page, zones, budget).Read(vevent, isInstance ? new MomentSet() : Moved(moved[Uid(vevent)], zones));
        }
    }

    private static MomentSet Moved(IEnumerable<CalendarComponent> instances, CalendarZones zones)
    {
        var moved = new MomentSet();
        foreach (var time in instances.Select(i => CalendarTimes.Read(i.Line("RECURRENCE-ID"), zones)).OfType<EventTime>())
            moved.Add(time);
        return moved;
    }

    private static string Uid(CalendarComponent vevent) => vevent.Line("UID")?.Value.Trim() ?? "";
}
