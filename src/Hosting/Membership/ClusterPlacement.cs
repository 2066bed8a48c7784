namespace Actors.Hosting.Membership;

/// <summary>Random placement. Orleans' default follows load and can place every grain on one of two silos.</summary>
internal static class ClusterPlacement
{
    public static ISiloBuilder UseSpreadPlacement(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<PlacementStrategy, RandomPlacement>();
        return silo;
    }
}
