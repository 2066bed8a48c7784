using Actors.Persistence;


namespace Actors.Web.Idempotency;

/// <summary>Removes expired answers at the start and every hour, on every silo: whoever comes second finds nothing to do.</summary>
internal sealed partial class IdempotencySweeper(IdempotencyRows rows, TimeProvider clock, ILogger<IdempotencySweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SweepAsync(CancellationToken ct)
    {
        try
        {
            await rows.SweepAsync(clock.GetUtcNow(), ct);
        }
        catch (StoreUnavailableException away)
        {
            LogNotSwept(logger, away);
        }
    }
}
