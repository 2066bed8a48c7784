#if CLUSTER
using Actors.Cluster;

#endif
using Actors.Plumbing.Calls;
using Actors.Plumbing.Configuration;

namespace Actors.Silo.Hosting;

/// <summary>The grain runtime: ours in one process, or Microsoft's Orleans in the cluster build.</summary>
internal static class GrainSetup
{
#if CLUSTER
    public static void AddGrains(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSecondAttempts();
        builder.AddOrleansSilo(settings);
    }

    public static void UseGrains(this WebApplication app) => app.UseOrleansSilo();

    public static void MapGrains(this WebApplication app) => app.MapOrleansSilo();
#else
    public static void AddGrains(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Services.AddSecondAttempts();
        builder.UseOrleans(static silo => silo.AddReminders());
    }

    public static void UseGrains(this WebApplication app)
    {
        // One process needs nothing before its routes.
    }

    public static void MapGrains(this WebApplication app)
    {
        // Nor routes of its own.
    }
#endif
}
