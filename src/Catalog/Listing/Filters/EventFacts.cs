using System.Collections.Immutable;
using Actors.Catalog.Events;
using Actors.Catalog.Events.Dates;

namespace Actors.Catalog.Listing.Filters;

/// <summary>What filters ask of an event.</summary>
/// <param name="Id">Our number of it.</param>
/// <param name="Uuid">Its uuid.</param>
/// <param name="EventType">One of the ten types.</param>
/// <param name="Active">False once every date has gone by.</param>
/// <param name="Price">Whole currency units.</param>
/// <param name="Age">The age from which it is suitable; null when that is not known.</param>
/// <param name="Place">The place in comparable letters.</param>
/// <param name="Moments">Every date, the shown one among them.</param>
/// <param name="ChangedAt">When it last changed, in unix milliseconds.</param>
/// <param name="Commit">The commit that changed it last (<see cref="Persistence.Commits.CommitSequence"/>).</param>
/// <param name="Version">How often it was written.</param>
internal sealed record EventFacts(
    long Id, Guid Uuid, string EventType, bool Active, long Price, int? Age, string Place, ImmutableArray<EventMoment> Moments, long ChangedAt, long Commit, long Version)
{
    /// <summary>The set of events that operators said are the same; null when there is none.</summary>
    public TwinMark? Twins { get; init; }

    /// <summary>True when lists have another event of the set.</summary>
    public bool Hidden { get; init; }
}
