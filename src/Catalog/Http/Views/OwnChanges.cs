using Actors.Catalog.Grains.Events;

namespace Actors.Catalog.Http.Views;

/// <summary>Tells moments of the rows apart without asking the store, where no other process writes them.</summary>
internal sealed class OwnChanges(EventChanges changes)
{
    /// <summary>Rows that were read at this count are still the same while it stays; less than zero: nobody knows but the store.</summary>
    public long Count =>
#if CLUSTER
        Math.Min(changes.Count, -1);
#else
        changes.Count;
#endif
}
