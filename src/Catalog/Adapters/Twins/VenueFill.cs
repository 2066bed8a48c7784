using Actors.Catalog.Ports.Twins;
using Actors.Plumbing.Storage;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Adapters.Twins;

/// <summary>Gives rows of an earlier version their place, once, while the program runs. Where all have one this is a single query.</summary>
internal sealed class VenueFill(ITwinRows rows, TimeProvider time) : BackgroundService
{
    private const int PageSize = 500;

    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the start of the program.
        await Task.Yield();
        while (await FilledAsync(stoppingToken) is not { } filled || filled == PageSize)
            stoppingToken.ThrowIfCancellationRequested();
    }

    private async Task<int?> FilledAsync(CancellationToken stopping)
    {
        try
        {
            return await rows.FillAsync(PageSize, stopping);
        }
        catch (StoreUnavailableException)
        {
            // The store says so itself, in the log.
            await Task.Delay(s_retry, time, stopping);
            return null;
        }
    }
}
