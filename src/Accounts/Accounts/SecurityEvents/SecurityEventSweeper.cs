using Actors.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Actors.Accounts.Accounts.SecurityEvents;

/// <summary>Removes old security events at the start and every day, on every silo: whoever comes second finds nothing to do.</summary>
internal sealed partial class SecurityEventSweeper(IDatabase database, TimeProvider timeProvider, ILogger<SecurityEventSweeper> logger) : BackgroundService
{
    /// <summary>How long a security event is kept: a year, and some time to look back at it.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(400);

    /// <summary>The time between two sweeps.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromDays(1);

    /// <summary>Removes what is too old now.</summary>
    /// <returns>How many there were.</returns>
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
            catch (StoreUnavailableException away)
            {
                LogNotSwept(away);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
