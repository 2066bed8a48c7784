using System.Collections.Immutable;
using System.Globalization;
using Actors.Catalog.Extraction.Calendar;

namespace Actors.Catalog.Extraction.Schema;

/// <summary>The repetition of a schema.org Schedule as a rule of RFC 5545, and what of it that has a meaning of its own here.</summary>
internal static class ScheduleRule
{
    /// <summary>The rule of a schedule that begins on <paramref name="first"/>; null when it is not understood, because half a rule gives wrong dates.</summary>
    public static RecurrenceRule? Read(SchemaThing schedule, ScheduleDays days, DateOnly first)
    {
        var written = schedule.Tokens("repeatFrequency").FirstOrDefault();
        if (written?.Contains("FREQ=", StringComparison.OrdinalIgnoreCase) ?? false)
            return RecurrenceRuleReader.Read(written[written.IndexOf("FREQ=", StringComparison.OrdinalIgnoreCase)..]);
        var often = written is null ? Inferred(days) : ScheduleFrequency.Read(written);
        return often is { } known && Text(known, days, first) is { } text ? RecurrenceRuleReader.Read(text) : null;
    }

    /// <summary>True when a schedule says that it repeats at all.</summary>
    public static bool Repeats(SchemaThing schedule, ScheduleDays days) => schedule.Tokens("repeatFrequency").Any() || Inferred(days) is not null || days.Unread is not null;

    private static ScheduleFrequency? Inferred(ScheduleDays days) => days switch
    {
        { HasOrdinals: true } or { MonthDays.IsEmpty: false } => new(ScheduleFrequency.Monthly, 1),
        { Days.IsEmpty: false } => new(ScheduleFrequency.Weekly, 1),
        { Months.IsEmpty: false } => new(ScheduleFrequency.Yearly, 1),
        _ => null,
    };

    // "Every week, on the first and third Monday of the month" is monthly in the words of RFC 5545, and days of the month are daily.
    private static string? Text(ScheduleFrequency often, ScheduleDays days, DateOnly first)
    {
        var weekdays = days.Days;
        if (days.HasOrdinals && often is { Unit: ScheduleFrequency.Daily or ScheduleFrequency.Weekly })
        {
            if (often.Interval > 1)
                return null;
            often = new(ScheduleFrequency.Monthly, 1);
        }
        if (!days.MonthDays.IsEmpty && often.Unit == ScheduleFrequency.Weekly)
        {
            if (often.Interval > 1)
                return null;
            (often, weekdays) = (new(ScheduleFrequency.Daily, 1), weekdays.IsEmpty ? [new(0, first.DayOfWeek)] : weekdays);
        }
        if (!days.MonthWeeks.IsEmpty)
            weekdays = [.. (weekdays.IsEmpty ? [new(0, first.DayOfWeek)] : weekdays).SelectMany(d => d.Ordinal != 0 ? [d] : days.MonthWeeks.Select(week => d with { Ordinal = week }))];
        var months = days.Months.IsEmpty && !days.MonthWeeks.IsEmpty && often.Unit == ScheduleFrequency.Yearly ? [first.Month] : days.Months;
        return string.Create(CultureInfo.InvariantCulture, $"FREQ={often.Unit};INTERVAL={often.Interval}")
            + Part("BYDAY", weekdays.Select(d => $"{(d.Ordinal == 0 ? "" : d.Ordinal.ToString(CultureInfo.InvariantCulture))}{d.Day.ToString()[..2].ToUpperInvariant()}"))
            + Part("BYMONTH", Numbers(months))
            + Part("BYMONTHDAY", Numbers(days.MonthDays));
    }

    private static IEnumerable<string> Numbers(ImmutableArray<int> numbers) => numbers.Select(n => n.ToString(CultureInfo.InvariantCulture));

    private static string Part(string name, IEnumerable<string> values) => string.Join(',', values) is { Length: > 0 } list ? $";{name}={list}" : "";
}
