namespace Actors.Core.Health;

/// <summary>Something the service cannot work without, or works worse without.</summary>
public interface IHealthSource
{
    /// <summary>How it is; an exception counts as <see cref="HealthState.Unhealthy"/>.</summary>
    Task<HealthState> CheckAsync(CancellationToken cancellationToken);
}
