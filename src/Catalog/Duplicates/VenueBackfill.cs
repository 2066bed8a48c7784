using Actors.Grains.Startup;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Duplicates;

/// <summary>Sets the venue of rows of older versions in the background. If all are set, this is a single query.</summary>
internal sealed class VenueBackfill(IDuplicateRows rows, StartupTasks attempts) : BackgroundService
{
    private const int PageSize = 500;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => attempts.RunAsync(new("Setting the venue of older events", BackfillAsync), stoppingToken);

    private async Task BackfillAsync(CancellationToken cancellationToken)
    {
        while (await rows.BackfillAsync(PageSize, cancellationToken) == PageSize)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
