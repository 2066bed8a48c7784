namespace Actors.Hosting.Draining;

/// <summary>Whether load balancers should send requests to this silo: not before its grains answer, and not after it begins to drain.</summary>
internal sealed class Readiness(ISiloStatusOracle silo)
{
    private volatile bool _draining;

    /// <summary>True while the silo is an active member that does not drain.</summary>
    public bool IsReady => !_draining && silo.CurrentStatus == SiloStatus.Active;

    /// <summary>True after the program was asked to stop.</summary>
    public bool IsDraining => _draining;

    public void BeginDrain() => _draining = true;
}
