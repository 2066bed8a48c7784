using System.Collections.Immutable;

namespace Actors.Catalog.Extraction.Calendar;

/// <summary>An RRULE (RFC 5545, 3.3.10). An empty list means that the part is missing.</summary>
internal sealed record RecurrenceRule
{
    public required Frequency Frequency { get; init; }

    public int Interval { get; init; } = 1;

    /// <summary>The maximum number of occurrences, including the first; null if unlimited.</summary>
    public int? Count { get; init; }

    /// <summary>The last moment: a day, a local time of the event or a UTC time.</summary>
    public EventTime? Until { get; init; }

    public ImmutableArray<int> Seconds { get; init; } = [];

    public ImmutableArray<int> Minutes { get; init; } = [];

    public ImmutableArray<int> Hours { get; init; } = [];

    public ImmutableArray<RuleDay> Days { get; init; } = [];

    public ImmutableArray<int> MonthDays { get; init; } = [];

    public ImmutableArray<int> YearDays { get; init; } = [];

    public ImmutableArray<int> WeekNumbers { get; init; } = [];

    public ImmutableArray<int> Months { get; init; } = [];

    /// <summary>BYSETPOS: the occurrences of a period that count; 1 is the first, -1 the last.</summary>
    public ImmutableArray<int> Positions { get; init; } = [];

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>The rule of an all-day event: time parts are ignored (RFC 5545, 3.3.10). Null if it repeats within a day.</summary>
    public RecurrenceRule? ForAllDay() => Frequency < Frequency.Daily ? null : this with { Hours = [], Minutes = [], Seconds = [] };
}
