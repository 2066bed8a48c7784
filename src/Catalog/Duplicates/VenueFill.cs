using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Duplicates;

/// <summary>Gives rows of an earlier version their place, once, while the program runs. Where all have one this is a single query.</summary>
internal sealed class VenueFill(ITwinRows rows, StartupTasks attempts) : BackgroundService
{
    private const int PageSize = 500;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => attempts.RunAsync(new("Giving older events their place", FillAsync), stoppingToken);

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        while (await rows.FillAsync(PageSize, cancellationToken) == PageSize)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
