using Actors.Plumbing.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Grains.Events;

/// <summary>
/// Wakes the hourly pass of every shard once the program runs, so that what was due meanwhile is done. A shard that cannot be woken, because
/// what is stored of it cannot be read, keeps neither the others nor the program from starting: it is an error in the log again and again, and
/// counted in the metrics.
/// </summary>
internal sealed partial class RolloverStart(IGrainFactory grains, RolloverMetrics metrics, TimeProvider time, ILogger<RolloverStart> logger) : BackgroundService
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(10);

    /// <summary>The time between two attempts, and two lines in the log, when somebody has to look into it.</summary>
    private static readonly TimeSpan s_repair = TimeSpan.FromMinutes(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, EventRow.Shards).Select(shard => WakeAsync(shard, stoppingToken)));

    private async Task WakeAsync(int shard, CancellationToken stopping)
    {
        // Off the start of the program.
        await Task.Yield();
        while (await StartAsync(shard, stopping) is { } pause) await Task.Delay(pause, time, stopping);
    }

    // Null when it runs, or how long to wait before the next attempt.
    private async Task<TimeSpan?> StartAsync(int shard, CancellationToken stopping)
    {
        try
        {
            await grains.GetGrain<IRolloverGrain>(shard).Start().WaitAsync(stopping);
            metrics.Runs(shard);
            return null;
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException or SiloUnavailableException)
        {
            LogNotStarted(e, shard);
            return s_retry;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            metrics.Broken(shard);
            LogBroken(e, shard, s_repair);
            return s_repair;
        }
    }
}
