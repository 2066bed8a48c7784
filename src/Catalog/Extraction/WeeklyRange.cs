using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>Weekdays between two dates, both included; a missing date leaves that side open.</summary>
internal sealed record WeeklyRange(DateOnly? First, DateOnly? Last, ImmutableArray<DayOfWeek> Days, TimeOnly? From, TimeOnly? To)
{
    public static readonly ImmutableArray<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];
}
