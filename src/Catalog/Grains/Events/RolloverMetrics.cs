using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Actors.Catalog.Grains.Posters;

namespace Actors.Catalog.Grains.Events;

/// <summary>Which hourly passes could not be started.</summary>
internal sealed class RolloverMetrics
{
    private readonly ConcurrentDictionary<int, bool> _broken = [];

    public RolloverMetrics(IMeterFactory meters) => meters.Create(PosterMetrics.MeterName).CreateObservableGauge(
        "catalog.rollover.broken", () => _broken.Count, "{shard}", "Shards whose hourly pass does not run: anything but 0 is an alarm.");

    public void Broken(int shard) => _broken[shard] = true;

    public void Runs(int shard) => _broken.TryRemove(shard, out _);
}
