using Actors.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>Deletes old security events at start-up and every day, on every silo.</summary>
internal sealed partial class SecurityEventSweeper(IDatabase database, TimeProvider timeProvider, ILogger<SecurityEventSweeper> logger) : BackgroundService
{
    /// <summary>How long a security event is stored: a little more than a year.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(400);

    /// <summary>The time between two sweeps.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(1);

    /// <summary>Deletes events older than <see cref="Retention"/>.</summary>
    /// <returns>The number of deleted events.</returns>
    public Task<int> SweepAsync(CancellationToken cancellationToken) =>
        database.ExecuteAsync("DELETE FROM security_events WHERE at < @before", new { before = timeProvider.GetUtcNow() - Retention }, cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, timeProvider);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (StoreUnavailableException exception)
            {
                LogNotSwept(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
