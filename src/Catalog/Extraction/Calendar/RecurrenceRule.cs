using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>RRULE of RFC 5545, for the frequencies and parts that events of whole days use.</summary>
internal sealed record RecurrenceRule
{
    public required Frequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    /// <summary>Occurrences at most, the first included; null: no such end.</summary>
    public int? Count { get; init; }

    /// <summary>The last moment: a day, a moment of the event's own clock, or a moment of UTC.</summary>
    public EventTime? Until { get; init; }

    public ImmutableArray<RuleDay> Days { get; init; } = [];

    public ImmutableArray<int> MonthDays { get; init; } = [];

    public ImmutableArray<int> Months { get; init; } = [];

    /// <summary>Which of a period's occurrences count: from 1, or from -1 backwards.</summary>
    public ImmutableArray<int> Positions { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;
}
