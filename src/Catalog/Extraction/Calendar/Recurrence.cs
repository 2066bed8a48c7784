namespace Actors.Catalog.Extraction.Calendar;

/// <summary>Expands a recurrence rule in the event's local time.</summary>
internal static class Recurrence
{
    // No real event is later, and date arithmetic fails after the year 9999.
    private static readonly DateOnly s_end = new(EventTime.LastYear, 1, 1);

    /// <summary>
    /// The start, even if the rule does not match it, and all later moments up to <paramref name="to"/>; nothing if the start is after UNTIL. Moments
    /// before <paramref name="from"/> may be skipped unless the rule has a COUNT.
    /// </summary>
    /// <param name="rule">The recurrence rule.</param>
    /// <param name="start">The first moment.</param>
    /// <param name="from">The first day of interest.</param>
    /// <param name="to">The last day of interest.</param>
    /// <param name="isLate">Tells whether a moment is after UNTIL.</param>
    /// <param name="budget">Limits the work.</param>
    public static IEnumerable<DateTime> Expand(
        RecurrenceRule rule, DateTime start, DateOnly from, DateOnly to, Func<DateTime, bool> isLate, RecurrenceBudget budget)
    {
        if (isLate(start))
            yield break;
        yield return start;
        var last = (to < s_end ? to : s_end).ToDateTime(TimeOnly.MaxValue);
        var after = rule.Count is null && from.ToDateTime(TimeOnly.MinValue) is var asked && asked > start ? asked : start;
        var count = 1;
        foreach (var moment in Moments(rule, start, after, last, budget).Where(m => m > start))
        {
            if (moment > last || count++ >= (rule.Count ?? int.MaxValue) || isLate(moment))
                yield break;
            yield return moment;
        }
    }

    private static IEnumerable<DateTime> Moments(RecurrenceRule rule, DateTime start, DateTime after, DateTime last, RecurrenceBudget budget)
    {
        var clock = new RecurrenceClock(rule, TimeOnly.FromDateTime(start));
        var days = new RecurrenceDays(rule, DateOnly.FromDateTime(start));
        return rule.Frequency < Frequency.Daily
            ? ByTimes(rule, start, after, last, days, clock, budget)
            : ByDays(rule, start, after, last, days, clock, budget);
    }

    // Rules that repeat by days or longer units: each matching day at each time of day.
    private static IEnumerable<DateTime> ByDays(
        RecurrenceRule rule, DateTime start, DateTime after, DateTime last, RecurrenceDays days, RecurrenceClock clock, RecurrenceBudget budget)
    {
        var first = DateOnly.FromDateTime(start);
        for (var step = Skipped(rule, first, DateOnly.FromDateTime(after)); Period(rule, first, step) is { } period && period.ToDateTime(TimeOnly.MinValue) <= last; step++)
        {
            if (!budget.Take())
                yield break;
            var named = days.In(period);
            foreach (var at in Selected(rule, named.Count * clock.Count))
            {
                if (!budget.Take())
                    yield break;
                yield return named[at / clock.Count].ToDateTime(TimeOnly.MinValue) + clock.At(at % clock.Count);
            }
        }
    }

    // Rules that repeat by hours or shorter units. Days and hours that do not match are skipped in one step.
    private static IEnumerable<DateTime> ByTimes(
        RecurrenceRule rule, DateTime start, DateTime after, DateTime last, RecurrenceDays days, RecurrenceClock clock, RecurrenceBudget budget)
    {
        var unit = rule.Frequency switch { Frequency.Hourly => TimeSpan.TicksPerHour, Frequency.Minutely => TimeSpan.TicksPerMinute, _ => TimeSpan.TicksPerSecond };
        var first = new DateTime(start.Ticks - (start.Ticks % unit));
        var stride = unit * rule.Interval;
        var period = Aligned(first, after > first.AddTicks(stride) ? after.AddTicks(-stride) : first, stride);
        while (period <= last && budget.Take())
        {
            var next = days.Matches(DateOnly.FromDateTime(period)) ? clock.Next(period) : period.Date.AddDays(1);
            if (next > period)
            {
                period = Aligned(first, next, stride);
                continue;
            }

            foreach (var at in Selected(rule, clock.Count))
            {
                if (!budget.Take())
                    yield break;
                yield return period + clock.At(at);
            }

            period = period.AddTicks(stride);
        }
    }

    // The first period that starts at or after a moment.
    private static DateTime Aligned(DateTime first, DateTime moment, long stride) => first.AddTicks((moment.Ticks - first.Ticks + stride - 1) / stride * stride);

    // The indices of the moments that BYSETPOS selects; all of them without BYSETPOS.
    private static IEnumerable<int> Selected(RecurrenceRule rule, int count) => rule.Positions.IsEmpty
        ? Enumerable.Range(0, count)
        : rule.Positions.Select(p => p > 0 ? p - 1 : count + p).Where(at => at >= 0 && at < count).Distinct().Order();

    // The number of periods that end before a day.
    private static int Skipped(RecurrenceRule rule, DateOnly first, DateOnly from)
    {
        var periods = rule.Frequency switch
        {
            Frequency.Daily => from.DayNumber - first.DayNumber,
            Frequency.Weekly => (from.DayNumber - first.DayNumber) / 7,
            Frequency.Monthly => ((from.Year - first.Year) * 12) + from.Month - first.Month,
            _ => from.Year - first.Year,
        };
        return Math.Max(0, (periods / rule.Interval) - 1);
    }

    private static DateOnly? Period(RecurrenceRule rule, DateOnly first, int step)
    {
        var ahead = (long)step * rule.Interval;
        if (ahead > DateOnly.MaxValue.DayNumber)
            return null;
        var (start, days, months) = rule.Frequency switch
        {
            Frequency.Daily => (first, ahead, 0),
            Frequency.Weekly => (RecurrenceDays.WeekOf(first, rule.WeekStart), ahead * 7, 0),
            Frequency.Monthly => (new DateOnly(first.Year, first.Month, 1), 0L, ahead),
            _ => (new DateOnly(first.Year, 1, 1), 0L, ahead * 12),
        };
        if (start.DayNumber + days >= s_end.DayNumber || start.Year + (months / 12) >= s_end.Year)
            return null;
        return start.AddDays((int)days).AddMonths((int)months);
    }
}
