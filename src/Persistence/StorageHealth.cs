using Actors.Core.Health;

namespace Actors.Persistence;

/// <summary>Without its database the program can serve old lists and nothing else.</summary>
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
