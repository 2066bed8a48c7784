using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Grains.Startup;

/// <summary>Registers <see cref="StartupTasks"/>.</summary>
public static class StartupTasksSetup
{
    /// <summary>Adds <see cref="StartupTasks"/>; may be called by every module. Needs a registered <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddStartupTasks(this IServiceCollection services)
    {
        services.TryAddSingleton<StartupTasks>();
        return services;
    }
}
