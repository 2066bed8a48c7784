using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>RRULE of RFC 5545, 3.3.10. An empty list means that the rule does not have the part.</summary>
internal sealed record RecurrenceRule
{
    public required Frequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    /// <summary>The most occurrences, the first included; null: no such end.</summary>
    public int? Count { get; init; }

    /// <summary>The last moment: a day, a moment of the event's own clock, or a moment of UTC.</summary>
    public EventTime? Until { get; init; }

    public ImmutableArray<int> Seconds { get; init; } = [];

    public ImmutableArray<int> Minutes { get; init; } = [];

    public ImmutableArray<int> Hours { get; init; } = [];

    public ImmutableArray<RuleDay> Days { get; init; } = [];

    public ImmutableArray<int> MonthDays { get; init; } = [];

    public ImmutableArray<int> YearDays { get; init; } = [];

    public ImmutableArray<int> WeekNumbers { get; init; } = [];

    public ImmutableArray<int> Months { get; init; } = [];

    /// <summary>Which of a period's occurrences count: from 1, or from -1 backwards.</summary>
    public ImmutableArray<int> Positions { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>The rule for an event of whole days, which has no clock: parts of the clock have no meaning (RFC 5545, 3.3.10). Null when it repeats within a day.</summary>
    public RecurrenceRule? OfDays() => Frequency < Frequency.Daily ? null : this with { Hours = [], Minutes = [], Seconds = [] };
}
