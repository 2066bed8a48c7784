namespace Actors.Core.Health;

/// <summary>A health check of one dependency.</summary>
public interface IHealthSource
{
    /// <summary>Checks the dependency; an exception counts as <see cref="HealthState.Unhealthy"/>.</summary>
    Task<HealthState> CheckAsync(CancellationToken cancellationToken);
}
