using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Actors.Catalog.Extraction.Sites;

/// <summary>
/// Reads the field <c>dates</c>. An entry without schedules is one session or one range of days; with schedules it is opening hours between two
/// dates. Out-of-range seconds mean an open start or end. An entry without start and end follows the opening days of its place, if it says so;
/// otherwise its dates are unknown.
/// </summary>
internal sealed record KudaGoDates(ImmutableArray<Occurrence> Single, ImmutableArray<WeeklyRange> Scheduled)
{
    private const int MaxEntries = 1_000;

    public EventTime? Start => Single is [var first, ..] ? first.Start : Scheduled.FirstOrDefault()?.First is { } day ? EventTime.OfDate(day) : null;

    public EventTime? End => Single is [var first, ..] ? first.End : Scheduled.FirstOrDefault()?.Last is { } day ? EventTime.OfDate(day) : null;

    public static KudaGoDates Read(IEnumerable<JsonElement> entries, TimeZoneInfo zone)
    {
        var single = ImmutableArray.CreateBuilder<Occurrence>();
        var scheduled = ImmutableArray.CreateBuilder<WeeklyRange>();
        foreach (var entry in entries.Take(MaxEntries))
        {
            var schedules = JsonText.Items(entry, "schedules").Take(MaxEntries).ToList();
            var (start, end) = (Time(entry, "start", zone), Time(entry, "end", zone));
            if (schedules.Count == 0 && start is not null)
                single.Add(new(start, end));
            else if (schedules.Count > 0)
                scheduled.AddRange(schedules.Select(s => Weekly(s, start, end)));
            else if (end is not null || JsonText.Flag(entry, "use_place_schedule"))
                scheduled.Add(new(null, DayOf(end), WeeklyRange.EveryDay, null, null));
        }
        return new(single.ToImmutable(), scheduled.ToImmutable());
    }

    private static EventTime? Time(JsonElement entry, string name, TimeZoneInfo zone)
    {
        if (JsonText.Flag(entry, name == "start" ? "is_startless" : "is_endless"))
            return null;
        // A date without a time means the whole day; otherwise the seconds are exact.
        var dateOnly = entry.TryGetProperty(name + "_time", out var time) && time.ValueKind == JsonValueKind.Null;
        if (dateOnly && EventTimeReader.Read(JsonText.Text(entry, name + "_date")) is { DateOnly: true } day)
            return day;
        return JsonText.Whole(entry, name) is { } seconds ? EventTime.OfUnixSeconds(seconds, zone) : null;
    }

    private static WeeklyRange Weekly(JsonElement schedule, EventTime? start, EventTime? end)
    {
        var days = JsonText.Items(schedule, "days_of_week").Take(7)
            .Where(d => d.ValueKind == JsonValueKind.Number && d.TryGetInt32(out var n) && n is >= 0 and <= 6)
            .Select(d => (DayOfWeek)((d.GetInt32() + 1) % 7));
        return new(DayOf(start), DayOf(end), days.ToImmutableArray() is { Length: > 0 } some ? some : WeeklyRange.EveryDay,
            Clock(schedule, "start_time"), Clock(schedule, "end_time"));
    }

    private static DateOnly? DayOf(EventTime? time) => time is null ? null : DateOnly.FromDateTime(time.Local);

    private static TimeOnly? Clock(JsonElement schedule, string name) =>
        TimeOnly.TryParseExact(JsonText.Text(schedule, name), ["HH:mm:ss", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
}
