using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>The times within one period of a rule. Parts that the rule omits are taken from the first moment.</summary>
internal sealed class RecurrenceClock
{
    private const int LeapSecond = 60;

    private readonly RecurrenceRule _rule;
    private readonly ImmutableArray<int> _hours, _minutes, _seconds;

    public RecurrenceClock(RecurrenceRule rule, TimeOnly first)
    {
        _rule = rule;
        // Times are relative to the start of the period, so units as long as the period or longer are 0.
        _hours = rule.Frequency < Frequency.Daily ? [0] : Sorted(rule.Hours, first.Hour);
        _minutes = rule.Frequency < Frequency.Hourly ? [0] : Sorted(rule.Minutes, first.Minute);
        _seconds = rule.Frequency < Frequency.Minutely ? [0] : Sorted(rule.Seconds.Remove(LeapSecond), first.Second, rule.Seconds.IsEmpty);
    }

    /// <summary>The number of times in one period.</summary>
    public int Count => _hours.Length * _minutes.Length * _seconds.Length;

    /// <summary>The n-th time, relative to the start of the period.</summary>
    public TimeSpan At(int index)
    {
        var (minutes, second) = Math.DivRem(index, _seconds.Length);
        var (hour, minute) = Math.DivRem(minutes, _minutes.Length);
        return new(_hours[hour], _minutes[minute], _seconds[second]);
    }

    /// <summary>The first moment at or after the start of a period that the time parts may allow.</summary>
    public DateTime Next(DateTime period)
    {
        if (_rule.Frequency < Frequency.Daily && !Allows(_rule.Hours, period.Hour)) return period.Date.AddHours(period.Hour + 1);
        if (_rule.Frequency < Frequency.Hourly && !Allows(_rule.Minutes, period.Minute)) return period.Date.AddHours(period.Hour).AddMinutes(period.Minute + 1);
        if (_rule.Frequency < Frequency.Minutely && !Allows(_rule.Seconds, period.Second)) return period.AddSeconds(1);
        return period;
    }

    private static bool Allows(ImmutableArray<int> part, int value) => part.IsEmpty || part.Contains(value);

    private static ImmutableArray<int> Sorted(ImmutableArray<int> part, int first, bool isOpen = true) => part.IsEmpty && isOpen ? [first] : [.. part.Order()];
}
