using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Actors.Catalog.Posters;

namespace Actors.Catalog.Events.Rollovers;

/// <summary>Counts the shards whose hourly pass could not be started.</summary>
internal sealed class RolloverMetrics
{
    private readonly ConcurrentDictionary<int, bool> _broken = [];

    public RolloverMetrics(IMeterFactory meters) => meters.Create(PosterMetrics.MeterName).CreateObservableGauge(
        "catalog.rollover.broken",
        () => _broken.Count,
        "{shard}",
        "Shards whose hourly pass this silo cannot start, for a permanent reason: alert on any value above 0.");

    public void Set(int shard, bool broken)
    {
        if (broken) _broken[shard] = true;
        else _broken.TryRemove(shard, out _);
    }
}
