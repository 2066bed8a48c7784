using System.Collections.Immutable;
using System.Globalization;
using Actors.Catalog.Extraction.Calendar;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>Translates a schema.org Schedule to a recurrence rule of RFC 5545.</summary>
internal static class ScheduleRule
{
    /// <summary>
    /// The rule of a schedule that begins on <paramref name="first"/>; null if any part is not supported, since an incomplete rule gives wrong dates.
    /// </summary>
    public static RecurrenceRule? Read(SchemaThing schedule, ScheduleDays days, DateOnly first)
    {
        var written = schedule.Tokens("repeatFrequency").FirstOrDefault();
        if (written?.Contains("FREQ=", StringComparison.OrdinalIgnoreCase) ?? false)
            return RecurrenceRuleReader.Read(written[written.IndexOf("FREQ=", StringComparison.OrdinalIgnoreCase)..]);
        var frequency = written is null ? Inferred(days) : ScheduleFrequency.Read(written);
        return frequency is { } known && Text(known, days, first) is { } text ? RecurrenceRuleReader.Read(text) : null;
    }

    /// <summary>Whether the schedule repeats.</summary>
    public static bool Repeats(SchemaThing schedule, ScheduleDays days) => schedule.Tokens("repeatFrequency").Any() || Inferred(days) is not null || days.Unread is not null;

    private static ScheduleFrequency? Inferred(ScheduleDays days) => days switch
    {
        { HasOrdinals: true } or { MonthDays.IsEmpty: false } => new(ScheduleFrequency.Monthly, 1),
        { Days.IsEmpty: false } => new(ScheduleFrequency.Weekly, 1),
        { Months.IsEmpty: false } => new(ScheduleFrequency.Yearly, 1),
        _ => null,
    };

    // RFC 5545 expresses "every week, on the first and third Monday of the month" as monthly, and days of the month as daily.
    private static string? Text(ScheduleFrequency frequency, ScheduleDays days, DateOnly first)
    {
        var weekdays = days.Days;
        if (days.HasOrdinals && frequency is { Unit: ScheduleFrequency.Daily or ScheduleFrequency.Weekly })
        {
            if (frequency.Interval > 1)
                return null;
            frequency = new(ScheduleFrequency.Monthly, 1);
        }
        if (!days.MonthDays.IsEmpty && frequency.Unit == ScheduleFrequency.Weekly)
        {
            if (frequency.Interval > 1)
                return null;
            (frequency, weekdays) = (new(ScheduleFrequency.Daily, 1), weekdays.IsEmpty ? [new(0, first.DayOfWeek)] : weekdays);
        }
        if (!days.MonthWeeks.IsEmpty)
            weekdays = [.. (weekdays.IsEmpty ? [new(0, first.DayOfWeek)] : weekdays).SelectMany(d => d.Ordinal != 0 ? [d] : days.MonthWeeks.Select(week => d with { Ordinal = week }))];
        var months = days.Months.IsEmpty && !days.MonthWeeks.IsEmpty && frequency.Unit == ScheduleFrequency.Yearly ? [first.Month] : days.Months;
        return string.Create(CultureInfo.InvariantCulture, $"FREQ={frequency.Unit};INTERVAL={frequency.Interval}")
            + Part("BYDAY", weekdays.Select(d => $"{(d.Ordinal == 0 ? "" : d.Ordinal.ToString(CultureInfo.InvariantCulture))}{d.Day.ToString()[..2].ToUpperInvariant()}"))
            + Part("BYMONTH", Numbers(months))
            + Part("BYMONTHDAY", Numbers(days.MonthDays));
    }

    private static IEnumerable<string> Numbers(ImmutableArray<int> numbers) => numbers.Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static string Part(string name, IEnumerable<string> values) => string.Join(',', values) is { Length: > 0 } list ? $";{name}={list}" : "";
}
