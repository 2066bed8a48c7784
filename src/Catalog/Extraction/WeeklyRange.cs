using System.Collections.Immutable;

namespace Actors.Catalog.Extraction;

/// <summary>Days of the week between two dates, both included; a missing date means open on that side.</summary>
internal sealed record WeeklyRange(DateOnly? First, DateOnly? Last, ImmutableArray<DayOfWeek> Days, TimeOnly? From, TimeOnly? To)
{
    public static readonly ImmutableArray<DayOfWeek> EveryDay = [.. Enum.GetValues<DayOfWeek>()];
}
