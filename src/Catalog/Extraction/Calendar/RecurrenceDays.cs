namespace Actors.Catalog.Extraction.Calendar;

/// <summary>The days that a rule names within one of its periods: the table of RFC 5545, 3.3.10.</summary>
internal static class RecurrenceDays
{
    private const int DaysOfWeek = 7;

    /// <summary>Sorted; <paramref name="period"/> is the first day of a day, week, month or year, <paramref name="first"/> the day of DTSTART.</summary>
    public static IReadOnlyList<DateOnly> In(RecurrenceRule rule, DateOnly first, DateOnly period)
    {
        var days = rule.Frequency switch
        {
            Frequency.Daily => [period],
            Frequency.Weekly => OfWeek(rule, first, period),
            Frequency.Monthly => OfMonth(rule, first, period),
            _ => OfYear(rule, first, period),
        };
        var limited = days.Where(d => rule.Months.IsEmpty || rule.Months.Contains(d.Month));
        if (rule.Frequency is Frequency.Daily)
            limited = limited.Where(d => IsMonthDay(rule, d) && IsWeekday(rule, d));
        var sorted = limited.Distinct().Order().ToList();
        return rule.Positions.IsEmpty ? sorted : At(sorted, rule);
    }

    private static IEnumerable<DateOnly> OfWeek(RecurrenceRule rule, DateOnly first, DateOnly week) =>
        Run(week, DaysOfWeek).Where(d => rule.Days.IsEmpty ? d.DayOfWeek == first.DayOfWeek : IsWeekday(rule, d));

    private static IEnumerable<DateOnly> OfMonth(RecurrenceRule rule, DateOnly first, DateOnly month)
    {
        var all = Run(month, DateTime.DaysInMonth(month.Year, month.Month));
        if (!rule.MonthDays.IsEmpty)
            return all.Where(d => IsMonthDay(rule, d) && IsWeekday(rule, d));
        return rule.Days.IsEmpty ? all.Where(d => d.Day == first.Day) : Weekdays(rule, all);
    }

    private static IEnumerable<DateOnly> OfYear(RecurrenceRule rule, DateOnly first, DateOnly year)
    {
        var months = Enumerable.Range(0, 12).Select(year.AddMonths);
        if (!rule.Months.IsEmpty)
            return months.Where(m => rule.Months.Contains(m.Month)).SelectMany(m => OfMonth(rule, first, m));
        if (!rule.MonthDays.IsEmpty)
            return months.SelectMany(m => OfMonth(rule, first, m));
        return rule.Days.IsEmpty
            ? months.Where(m => m.Month == first.Month).SelectMany(m => OfMonth(rule, first, m))
            : Weekdays(rule, Run(year, DateTime.IsLeapYear(year.Year) ? 366 : 365));
    }

    private static IEnumerable<DateOnly> Weekdays(RecurrenceRule rule, IEnumerable<DateOnly> days)
    {
        var byDay = days.ToLookup(d => d.DayOfWeek);
        return rule.Days.SelectMany(r => Pick([.. byDay[r.Day]], r.Ordinal));
    }

    private static IEnumerable<DateOnly> Pick(DateOnly[] days, int ordinal)
    {
        var at = ordinal > 0 ? ordinal - 1 : days.Length + ordinal;
        return ordinal == 0 ? days : at >= 0 && at < days.Length ? [days[at]] : [];
    }

    private static List<DateOnly> At(List<DateOnly> days, RecurrenceRule rule) =>
        [.. rule.Positions.SelectMany(p => Pick([.. days], p)).Distinct().Order()];

    private static IEnumerable<DateOnly> Run(DateOnly first, int count) => Enumerable.Range(0, count).Select(first.AddDays);

    private static bool IsMonthDay(RecurrenceRule rule, DateOnly day) =>
        rule.MonthDays.IsEmpty || rule.MonthDays.Contains(day.Day) || rule.MonthDays.Contains(day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1);

    private static bool IsWeekday(RecurrenceRule rule, DateOnly day) => rule.Days.IsEmpty || rule.Days.Any(r => r.Day == day.DayOfWeek);
}
