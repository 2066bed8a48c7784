using Actors.Persistence;

namespace Actors.Web.Idempotency;

/// <summary>Removes expired answers at the start and every hour, on every silo: whoever comes second finds nothing to do.</summary>
internal sealed partial class IdempotencySweeper(IdempotencyRows rows, TimeProvider timeProvider, ILogger<IdempotencySweeper> logger) : BackgroundService
{
    private static readonly TimeSpan s_period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_period, timeProvider);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await rows.SweepAsync(timeProvider.GetUtcNow(), cancellationToken);
        }
        catch (StoreUnavailableException away)
        {
            LogNotSwept(logger, away);
        }
    }
}
