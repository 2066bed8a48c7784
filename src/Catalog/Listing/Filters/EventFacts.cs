using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;

namespace Actors.Catalog.Listing.Filters;

/// <summary>The properties of an event that filters test.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Uuid">Its uuid.</param>
/// <param name="EventType">One of the ten types.</param>
/// <param name="Active">False once all dates have passed.</param>
/// <param name="Price">In whole currency units.</param>
/// <param name="Age">The lowest suitable age; null if unknown.</param>
/// <param name="Place">The place, folded for comparison.</param>
/// <param name="Moments">All dates, including the shown one.</param>
/// <param name="ChangedAt">When it last changed, in unix milliseconds.</param>
/// <param name="Commit">The commit that last changed it (<see cref="Persistence.Commits.CommitSequence"/>).</param>
/// <param name="Version">The version of its row.</param>
internal sealed record EventFacts(
    long Id, Guid Uuid, string EventType, bool Active, long Price, int? Age, string Place, ImmutableArray<EventMoment> Moments, long ChangedAt, long Commit, long Version)
{
    /// <summary>The set of duplicates that the event is in, or null.</summary>
    public TwinMark? Twins { get; init; }

    /// <summary>True if lists show a duplicate instead.</summary>
    public bool Hidden { get; init; }
}
