using Actors.Persistence;

namespace Actors.Hosting.Storage;

/// <summary>The scripts of <c>deploy/schema</c>.</summary>
public static class ClusterSchema
{
    /// <summary>Applies them together with the modules' scripts: at the start of a silo, or earlier by the command <c>migrate</c>.</summary>
    public static IServiceCollection AddClusterSchema(this IServiceCollection services) => services.AddSchema("orleans", typeof(ClusterSchema).Assembly);
}
