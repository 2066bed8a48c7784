using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Scraping.Runs;

/// <summary>Wakes the grain of every enabled source once the silo runs, so that overdue or interrupted runs start.</summary>
internal sealed class SourceStarter(IGrainFactory grains, ScrapingSettings settings, StartupTasks attempts) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(settings.Sources.Select(source => attempts.RunAsync(WorkOf(source.Name), stoppingToken)));

    private StartupTask WorkOf(string source) => new($"Source {source}", _ => grains.GetSource(source).Wake());
}
