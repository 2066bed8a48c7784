using Actors.Persistence;

namespace Actors.Web.Idempotency;

/// <summary>Deletes expired responses at start-up and every hour, on every silo.</summary>
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
        catch (StoreUnavailableException exception)
        {
            LogNotSwept(logger, exception);
        }
    }
}
