using Actors.Core.Holding;

namespace Actors.Catalog.Posters.Sweep;

/// <summary>Finds unused posters; the grain of each poster decides about its deletion.</summary>
internal sealed class PosterSweeper(IPosterReferences references, IHeldStore store, IGrainFactory grains, PosterMetrics metrics)
{
    private const int PageSize = 200;

    /// <summary>Deletes unused posters last leased before a moment. Returns their number.</summary>
    public async Task<int> Sweep(DateTimeOffset leasedBefore, CancellationToken cancellationToken = default)
    {
        // A restored copy may share the bucket with the original, whose posters it must not delete.
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
