namespace Actors.Catalog.Extraction.Calendar;

/// <summary>The moments of a rule, on the event's own clock.</summary>
internal static class Recurrence
{
    // Nothing is announced for later, and arithmetic on dates ends at the year 9999.
    private static readonly DateOnly s_end = new(EventTime.LastYear, 1, 1);

    /// <summary>
    /// The start, whether or not the rule names it, and all later moments up to <paramref name="to"/>. Those before <paramref name="from"/>
    /// may be left out where nothing counts them, and <paramref name="isLate"/> says which lie after UNTIL.
    /// </summary>
    public static IEnumerable<DateTime> Expand(
        RecurrenceRule rule, DateTime start, DateOnly from, DateOnly to, Func<DateTime, bool> isLate, RecurrenceBudget budget)
    {
        var first = DateOnly.FromDateTime(start);
        var count = 1;
        yield return start;
        var last = to < s_end ? to : s_end;
        for (var step = rule.Count is null ? Skipped(rule, first, from) : 0; Period(rule, first, step) is { } period && period <= last && budget.Take(); step++)
        {
            foreach (var moment in RecurrenceDays.In(rule, first, period).Where(d => d > first && d <= last).Select(d => d.ToDateTime(TimeOnly.FromDateTime(start))))
            {
                if (count++ >= (rule.Count ?? int.MaxValue) || isLate(moment))
                    yield break;
                yield return moment;
            }
        }
    }

    // Periods that end before anybody asks for them.
    private static int Skipped(RecurrenceRule rule, DateOnly first, DateOnly from)
    {
        if (from <= first)
            return 0;
        var periods = rule.Frequency switch
        {
            Frequency.Daily => from.DayNumber - first.DayNumber,
            Frequency.Weekly => (from.DayNumber - first.DayNumber) / 7,
            Frequency.Monthly => (from.Year - first.Year) * 12 + from.Month - first.Month,
            _ => from.Year - first.Year,
        };
        return Math.Max(0, periods / rule.Interval - 1);
    }

    private static DateOnly? Period(RecurrenceRule rule, DateOnly first, int step)
    {
        var ahead = (long)step * rule.Interval;
        if (ahead > DateOnly.MaxValue.DayNumber)
            return null;
        var (start, days, months) = rule.Frequency switch
        {
            Frequency.Daily => (first, ahead, 0),
            Frequency.Weekly => (WeekOf(first, rule.WeekStart), ahead * 7, 0),
            Frequency.Monthly => (new DateOnly(first.Year, first.Month, 1), 0L, ahead),
            _ => (new DateOnly(first.Year, 1, 1), 0L, ahead * 12),
        };
        if (start.DayNumber + days >= s_end.DayNumber || start.Year + months / 12 >= s_end.Year)
            return null;
        return start.AddDays((int)days).AddMonths((int)months);
    }

    private static DateOnly WeekOf(DateOnly day, DayOfWeek start) => day.AddDays(-((day.DayOfWeek - start + 7) % 7));
}
