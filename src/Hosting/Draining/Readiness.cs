using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Actors.Hosting.Draining;

/// <summary>Whether this silo wants new requests. False before its grains answer and from the moment it begins to leave.</summary>
internal sealed class Readiness(ISiloStatusOracle silo) : IHealthCheck
{
    private volatile bool _leaving;

    /// <summary>True from the moment the program was asked to stop.</summary>
    public bool IsLeaving => _leaving;

    /// <summary>Says that new requests should go elsewhere.</summary>
    public void Leave() => _leaving = true;

    /// <summary>Healthy while the silo is a member and stays one.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(!_leaving && silo.CurrentStatus == SiloStatus.Active ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
