using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Actors.Catalog.Posters;

namespace Actors.Catalog.Events.Rollovers;

/// <summary>Which hourly passes could not be woken.</summary>
internal sealed class RolloverMetrics
{
    private readonly ConcurrentDictionary<int, bool> _broken = [];

    public RolloverMetrics(IMeterFactory meters) => meters.Create(PosterMetrics.MeterName).CreateObservableGauge(
        "catalog.rollover.broken",
        () => _broken.Count,
        "{shard}",
        "Shards whose hourly pass this silo cannot wake, for a reason that does not pass by itself: anything but 0 is an alarm.");

    public void Set(int shard, bool broken)
    {
        if (broken) _broken[shard] = true;
        else _broken.TryRemove(shard, out _);
    }
}
