using Actors.Core.Holding;

namespace Actors.Catalog.Posters.Sweep;

/// <summary>Looks for posters that no event shows; each poster's own grain decides.</summary>
internal sealed class PosterSweeper(IPosterReferences references, IHeldStore store, IGrainFactory grains, PosterMetrics metrics)
{
    private const int PageSize = 200;

    /// <summary>Deletes what nobody leased since a moment and no event shows, and says how many those were.</summary>
    public async Task<int> Sweep(DateTimeOffset leasedBefore, CancellationToken cancellationToken = default)
    {
        // A copy of a store may share the bucket of the original, whose posters it must not delete.
        if (await store.IsHeldAsync(cancellationToken)) return 0;
        var removed = 0;
        for (var after = ""; ;)
        {
            var names = await references.UnreferencedAsync(leasedBefore, after, PageSize, cancellationToken);
            foreach (var name in names)
                removed += await Remove(name, leasedBefore) ? 1 : 0;
            if (names.Count < PageSize)
                return removed;
            after = names[^1];
        }
    }

    private async Task<bool> Remove(string name, DateTimeOffset leasedBefore)
    {
        if (!await grains.GetPoster(name).RemoveUnused(leasedBefore))
            return false;
        metrics.Swept();
        return true;
    }
}
