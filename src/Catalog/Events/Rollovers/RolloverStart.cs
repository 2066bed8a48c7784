using System.Globalization;
using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Events.Rollovers;

/// <summary>
/// Wakes the hourly pass of every shard once the program runs, so that what was due meanwhile is done. A shard that cannot be woken keeps none of
/// the others; when what is stored of it cannot be read that is counted in the metrics.
/// </summary>
internal sealed class RolloverStart(IGrainFactory grains, StartupTasks attempts, RolloverMetrics metrics) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, EventRow.Shards).Select(shard => attempts.RunAsync(WorkOf(shard), stoppingToken)));

    private StartupTask WorkOf(int shard) => new(
        string.Create(CultureInfo.InvariantCulture, $"The hourly pass of shard {shard}"),
        _ => grains.GetGrain<IRolloverGrain>(shard).Start(),
        broken => metrics.Set(shard, broken));
}
