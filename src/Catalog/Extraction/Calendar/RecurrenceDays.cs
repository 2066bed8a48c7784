namespace Actors.Catalog.Extraction.Calendar;

/// <summary>
/// The days that match a rule. Every part of the rule filters days. This equals the table of RFC 5545, 3.3.10: a part that expands a period there
/// selects from all days of the period here. Parts that the rule omits are taken from the first day.
/// </summary>
internal sealed class RecurrenceDays
{
    private const int DaysOfWeek = 7;

    private readonly RecurrenceRule _rule;

    public RecurrenceDays(RecurrenceRule rule, DateOnly first)
    {
        var open = rule.Days.IsEmpty && rule.MonthDays.IsEmpty && rule.YearDays.IsEmpty;
        _rule = rule.Frequency switch
        {
            Frequency.Yearly when open && !rule.WeekNumbers.IsEmpty => rule with { Days = [new(0, first.DayOfWeek)] },
            Frequency.Yearly when open => rule with { MonthDays = [first.Day], Months = rule.Months.IsEmpty ? [first.Month] : rule.Months },
            Frequency.Monthly when open => rule with { MonthDays = [first.Day] },
            Frequency.Weekly when open => rule with { Days = [new(0, first.DayOfWeek)] },
            _ => rule,
        };
    }

    /// <summary>The matching days of the period that starts on a day, in order.</summary>
    public List<DateOnly> In(DateOnly period)
    {
        var length = _rule.Frequency switch
        {
            Frequency.Yearly => DaysInYear(period.Year),
            Frequency.Monthly => DateTime.DaysInMonth(period.Year, period.Month),
            Frequency.Weekly => DaysOfWeek,
            _ => 1,
        };
        var days = new List<DateOnly>();
        for (var ahead = 0; ahead < length; ahead++)
        {
            if (Matches(period.AddDays(ahead))) days.Add(period.AddDays(ahead));
        }
        return days;
    }

    /// <summary>Whether a day matches the rule.</summary>
    public bool Matches(DateOnly day) =>
        (_rule.Months.IsEmpty || _rule.Months.Contains(day.Month))
        && (_rule.MonthDays.IsEmpty || IsAt(_rule.MonthDays, day.Day, DateTime.DaysInMonth(day.Year, day.Month)))
        && (_rule.YearDays.IsEmpty || IsAt(_rule.YearDays, day.DayOfYear, DaysInYear(day.Year)))
        && (_rule.WeekNumbers.IsEmpty || IsInWeek(day))
        && (_rule.Days.IsEmpty || _rule.Days.Any(named => named.Day == day.DayOfWeek && IsNth(named.Ordinal, day)));

    public static DateOnly WeekOf(DateOnly day, DayOfWeek start) => day.AddDays(-((day.DayOfWeek - start + DaysOfWeek) % DaysOfWeek));

    // The first week of a year is the first with at least four days in that year.
    private bool IsInWeek(DateOnly day)
    {
        var week = WeekOf(day, _rule.WeekStart);
        var year = week.AddDays(3).Year;
        var (first, next) = (FirstWeek(year), FirstWeek(year + 1));
        return IsAt(_rule.WeekNumbers, ((week.DayNumber - first.DayNumber) / DaysOfWeek) + 1, (next.DayNumber - first.DayNumber) / DaysOfWeek);
    }

    private DateOnly FirstWeek(int year) => WeekOf(new DateOnly(year, 1, 4), _rule.WeekStart);

    // The n-th weekday counts within the month if the rule is monthly or has months, else within the year. Shorter frequencies ignore the ordinal.
    private bool IsNth(int ordinal, DateOnly day)
    {
        if (ordinal == 0 || _rule.Frequency < Frequency.Monthly) return true;
        var (number, length) = _rule.Frequency == Frequency.Monthly || !_rule.Months.IsEmpty
            ? (day.Day, DateTime.DaysInMonth(day.Year, day.Month))
            : (day.DayOfYear, DaysInYear(day.Year));
        return ordinal == ((number - 1) / DaysOfWeek) + 1 || ordinal == -(((length - number) / DaysOfWeek) + 1);
    }

    private static bool IsAt(System.Collections.Immutable.ImmutableArray<int> ordinals, int number, int length) =>
        ordinals.Contains(number) || ordinals.Contains(number - length - 1);

    private static int DaysInYear(int year) => DateTime.IsLeapYear(year) ? 366 : 365;
}
