using System.Globalization;
using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Events.Rollovers;

/// <summary>
/// Starts the hourly pass of every shard after the program has started, so that overdue events are handled. A shard that cannot be started does not
/// affect the others; if its stored state cannot be read, the metrics count it.
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
