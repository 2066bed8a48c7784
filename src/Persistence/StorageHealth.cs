using Actors.Core.Health;

namespace Actors.Persistence;

/// <summary>Health check of the database. Without it the program is degraded: it only serves old lists.</summary>
internal sealed class StorageHealth(IDatabase database) : IHealthSource
{
    public async Task<HealthState> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.PingAsync(cancellationToken);
            return HealthState.Ok;
        }
        catch (StoreUnavailableException)
        {
            return HealthState.Degraded;
        }
    }
}
