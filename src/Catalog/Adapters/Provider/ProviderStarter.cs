using Actors.Catalog.Grains.Provider;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Adapters.Provider;

/// <summary>Wakes the synchronisation once the program runs, so that what was due or was interrupted is done.</summary>
internal sealed partial class ProviderStarter(
    IGrainFactory grains, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<ProviderStarter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await StartedAsync(stoppingToken)) return;
        while (!await WokenAsync(stoppingToken)) await Task.Delay(Pause, clock, stoppingToken);
    }

    private async Task<bool> StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var whenStopped = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    private async Task<bool> WokenAsync(CancellationToken stoppingToken)
    {
        try
        {
            await grains.GetGrain<IProviderSyncGrain>(IProviderSyncGrain.Key).Wake().WaitAsync(stoppingToken);
            return true;
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            LogNotAwake(e, Pause);
            return false;
        }
    }
}
