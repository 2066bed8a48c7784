namespace Actors.Hosting.Draining;

/// <summary>Whether this silo wants new requests. False before its grains answer and from the moment it begins to leave.</summary>
internal sealed class Readiness(ISiloStatusOracle silo)
{
    private volatile bool _leaving;

    /// <summary>True while the silo is a member and stays one.</summary>
    public bool IsReady => !_leaving && silo.CurrentStatus == SiloStatus.Active;

    /// <summary>True from the moment the program was asked to stop.</summary>
    public bool IsLeaving => _leaving;

    /// <summary>Says that new requests should go elsewhere.</summary>
    public void Leave() => _leaving = true;
}
