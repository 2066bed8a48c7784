using Actors.Catalog.Events;
using Actors.Core.Configuration;

namespace Actors.Catalog.Listing.Snapshots;

/// <summary>Counts changes of the rows as far as this process alone can: a silo that is alone sees all of them, a member does not.</summary>
internal sealed class OwnChanges(EventChanges changes, Membership membership)
{
    /// <summary>Rows that were read at this count are unchanged while the count is. Less than zero: only the store knows.</summary>
    public long Count => membership == Membership.Alone ? changes.Count : Math.Min(changes.Count, -1);
}
