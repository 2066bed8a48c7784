using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Actors.Hosting.Draining;

/// <summary>Whether load balancers should send requests to this silo: not before its grains answer, and not after it begins to drain.</summary>
internal sealed class Readiness(ISiloStatusOracle silo) : IHealthCheck
{
    private volatile bool _draining;

    /// <summary>True after the program was asked to stop.</summary>
    public bool IsDraining => _draining;

    public void BeginDrain() => _draining = true;

    /// <summary>Healthy while the silo is an active member that does not drain.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(!_draining && silo.CurrentStatus == SiloStatus.Active ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
}
