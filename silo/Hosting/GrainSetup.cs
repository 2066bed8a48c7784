#if CLUSTER
using Actors.Cluster;

#endif
namespace Actors.Silo.Hosting;

/// <summary>The grain runtime: ours in one process, or Microsoft's Orleans in the cluster build.</summary>
internal static class GrainSetup
{
    public static void AddGrains(this WebApplicationBuilder builder)
    {
#if CLUSTER
        builder.AddOrleansSilo();
#else
        builder.UseOrleans(static silo => silo.AddReminders());
#endif
    }
}
