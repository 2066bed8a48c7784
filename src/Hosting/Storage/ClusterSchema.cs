using Actors.Persistence;

namespace Actors.Hosting.Storage;

/// <summary>The scripts of <c>deploy/schema</c>.</summary>
public static class ClusterSchema
{
    /// <summary>Has them applied with the modules' scripts: at the start of a silo, or by <c>migrate</c> before.</summary>
    public static IServiceCollection AddClusterSchema(this IServiceCollection services) => services.AddSchema("orleans", typeof(ClusterSchema).Assembly);
}
