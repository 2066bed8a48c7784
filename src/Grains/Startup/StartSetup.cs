using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Actors.Grains.Startup;

/// <summary>Registers <see cref="StartAttempts"/>.</summary>
public static class StartSetup
{
    /// <summary>For every module that does something at its start; a clock comes from elsewhere.</summary>
    public static IServiceCollection AddStartAttempts(this IServiceCollection services)
    {
        services.TryAddSingleton<StartAttempts>();
        return services;
    }
}
