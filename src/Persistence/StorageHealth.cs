using Actors.Core.Health;


namespace Actors.Persistence;

/// <summary>Without its database the program can serve old lists and nothing else.</summary>
internal sealed class StorageHealth(IDatabase database) : IHealthSource
{
    public async Task<HealthState> CheckAsync(CancellationToken ct)
    {
        try
        {
            await database.PingAsync(ct);
            return HealthState.Ok;
        }
        catch (StoreUnavailableException)
        {
            return HealthState.Degraded;
        }
    }
}
