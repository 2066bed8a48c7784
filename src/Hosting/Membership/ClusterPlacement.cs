namespace Actors.Hosting.Membership;

/// <summary>Where a grain begins: on any silo, by chance. Orleans' own choice follows load and may leave every grain on one of two silos.</summary>
internal static class ClusterPlacement
{
    /// <summary>Spreads grains over the silos.</summary>
    public static ISiloBuilder UseSpreadPlacement(this ISiloBuilder silo)
    {
        silo.Services.AddSingleton<PlacementStrategy, RandomPlacement>();
        return silo;
    }
}
