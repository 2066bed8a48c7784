using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Grains.Startup;

/// <summary>Registers <see cref="StartAttempts"/>.</summary>
public static class StartSetup
{
    /// <summary>For every module with start-up tasks. Needs a registered clock.</summary>
    public static IServiceCollection AddStartAttempts(this IServiceCollection services)
    {
        services.TryAddSingleton<StartAttempts>();
        return services;
    }
}
