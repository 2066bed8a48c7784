using Actors.Plumbing.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Grains.Events;

/// <summary>Wakes the hourly pass of every shard once the program runs, so that what was due meanwhile is done.</summary>
internal sealed partial class RolloverStart(IGrainFactory grains, TimeProvider time, ILogger<RolloverStart> logger) : BackgroundService
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var shard = 0; shard < EventRow.Shards && !stoppingToken.IsCancellationRequested; shard++)
        {
            while (!await Started(shard, stoppingToken)) await Task.Delay(s_retry, time, stoppingToken);
        }
    }

    private async Task<bool> Started(int shard, CancellationToken stopping)
    {
        try
        {
            await grains.GetGrain<IRolloverGrain>(shard).Start().WaitAsync(stopping);
            return true;
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            LogNotStarted(e, shard);
            return false;
        }
    }
}
