using Actors.Catalog.Grains.Sources;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Adapters.Scraping;

/// <summary>Once the program runs, touches the grain of every enabled source, so that what is overdue or was interrupted goes on.</summary>
internal sealed partial class SourceStarter(
    IGrainFactory grains, ScrapingSettings settings, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<SourceStarter> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await StartedAsync(stoppingToken))
            await Task.WhenAll(settings.Sources.Select(s => WakeAsync(s.Name, stoppingToken)));
    }

    private async Task<bool> StartedAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var whenStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        await using var whenStopped = stoppingToken.Register(() => started.TrySetResult(false));
        return await started.Task;
    }

    private async Task WakeAsync(string name, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await grains.GetSource(name).Wake();
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotAwake(e, name, Pause);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }
}
